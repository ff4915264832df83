using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads <c>_schemas.yaml</c>: schemas by name, each in either notation, which may use one another but not in a circle.</summary>
internal sealed class SchemaFileReader : INamedSchemas
{
    private readonly List<(PromptText Text, MapEntry Entry, DiagnosticBag Diagnostics)> _entries = [];
    private readonly Dictionary<string, SchemaDefinition?> _definitions = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private readonly Dictionary<string, List<string>> _uses = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _entries.Select(entry => entry.Entry.Key.Value);

    public bool IsIncomplete { get; private set; }

    public static SchemaFile Read(IEnumerable<PromptText> files)
    {
        var reader = new SchemaFileReader();
        var bags = files.Select(reader.ReadNames).ToList();
        foreach (var name in reader.Names.ToList())
        {
            reader.Find(name);
        }

        var read = reader._entries.Where(entry => reader._definitions[entry.Entry.Key.Value] is not null).ToList();
        return new SchemaFile(
            read.Select(entry => reader._definitions[entry.Entry.Key.Value]!).ToEquatableArray(),
            reader.IsIncomplete || read.Count < reader._entries.Count,
            read.Select(entry => entry.Text.Locate(entry.Entry.Key.Range)).ToEquatableArray(),
            bags.SelectMany(bag => bag.ToArray()).ToEquatableArray()
        );
    }

    public SchemaDefinition? Find(string name)
    {
        if (_path.Count > 0)
        {
            _uses[_path[_path.Count - 1]].Add(name);
        }

        if (_definitions.TryGetValue(name, out var known))
        {
            return known;
        }

        var index = _entries.FindIndex(entry => entry.Entry.Key.Value == name);
        if (index < 0)
        {
            return null;
        }

        var (text, entry, diagnostics) = _entries[index];
        if (_path.Contains(name))
        {
            diagnostics.Add(SchemaRules.CircularSchema, entry.Key.Range, name, string.Join(" → ", _path.Append(name)));
            return _definitions[name] = new SchemaDefinition(name, ScalarType.Unknown, JsonObject.Empty, Description: null);
        }

        _path.Add(name);
        _uses[name] = [];
        var context = new SchemaContext(text, this, diagnostics) { IsShared = true, AllowsMedia = true };
        var schema = new SchemaReader(context).Read(entry.Value);
        _path.Remove(name);
        if (_definitions.TryGetValue(name, out var read) && read is { } circular)
        {
            return _definitions[name] = circular with { Uses = _uses[name].Distinct(StringComparer.Ordinal).ToEquatableArray() };
        }

        return _definitions[name] = new SchemaDefinition(name, schema.Type, schema.Json, schema.Description, schema.Definitions)
        {
            Uses = _uses[name].Distinct(StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private DiagnosticBag ReadNames(PromptText text)
    {
        var diagnostics = new DiagnosticBag(text);
        if (!FileCheck.Run(text, diagnostics))
        {
            IsIncomplete = true;
            return diagnostics;
        }

        var reading = YamlReader.Read(text, new TextRange(0, text.Content.Length), YamlSubject.SchemaFile, diagnostics);
        IsIncomplete |= reading.LostKeys.Count > 0;
        foreach (var entry in reading.Root.Entries)
        {
            if (Names.Contains(entry.Key.Value))
            {
                diagnostics.Add(FrontMatterRules.DuplicateKey, entry.Key.Range, entry.Key.Value);
            }
            else if ((Reason(entry.Key.Value) ?? Clash(entry.Key.Value)) is { } reason)
            {
                diagnostics.Add(SchemaRules.BadSchemaName, entry.Key.Range, entry.Key.Value, reason);
                IsIncomplete = true;
            }
            else
            {
                _entries.Add((text, entry, diagnostics));
            }
        }

        return diagnostics;
    }

    private string? Clash(string name) =>
        Names.FirstOrDefault(earlier => PascalCase.Of(earlier) == PascalCase.Of(name)) is { } other
            ? $"it becomes '{PascalCase.Of(name)}' in C#, as '{other}' does"
            : null;

    private static string? Reason(string name) =>
        Scalars.Find(name) is not null || name == "null" ? "it is a type of Picoschema"
        : name.Length == 0 || !name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-') || PascalCase.Of(name).Length == 0
            ? "it may hold letters, digits, '_' and '-'"
        : null;
}
