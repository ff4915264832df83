using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Turns the front matter's YAML into a model, key by key. Strict: what is not known is an error where it stands.</summary>
internal sealed class FrontMatterParser
{
    private static readonly string[] Keys = ["name", "description", "model", "config", "input", "output", "metadata"];

    // Keys of DESIGN §3.2 that have no effect yet. They are refused: an option that does nothing would be a lie.
    private static readonly string[] LaterKeys = ["tools", "agents", "toolChoice", "maxToolRounds"];

    private readonly DiagnosticBag _diagnostics;

    private FrontMatterParser(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    public static FrontMatterModel Parse(PromptText text, TextRange yaml, DiagnosticBag diagnostics)
    {
        var reading = YamlReader.Read(text, yaml, diagnostics);
        var model = new FrontMatterParser(diagnostics).ReadKeys(reading.Root);
        return model with
        {
            InputIsLost = model.InputIsLost || IsLost(reading, "input"),
            OutputIsLost = model.OutputIsLost || IsLost(reading, "output"),
        };
    }

    // A block without a readable key could have been any.
    private static bool IsLost(YamlReading reading, string key) =>
        reading.LostKeys.Any(lost => lost.Length == 0 || lost == key || !Keys.Contains(lost));

    private FrontMatterModel ReadKeys(MapNode root)
    {
        var model = new FrontMatterModel();
        var metadata = new List<MapEntry>();
        foreach (var entry in root.Entries)
        {
            model = ReadKey(model, entry, metadata);
        }

        return model with
        {
            Metadata = metadata.ToEquatableArray(),
        };
    }

    private FrontMatterModel ReadKey(FrontMatterModel model, MapEntry entry, List<MapEntry> metadata)
    {
        switch (entry.Key.Value)
        {
            case "name":
                return model with { Name = ReadString(entry) };
            case "description":
                return model with { Description = ReadString(entry) };
            case "model":
                return model with { ModelId = ReadString(entry) };
            case "config":
                return model with { Config = ReadMap(entry) is { } config ? ConfigParser.Parse(config, _diagnostics) : default };
            case "input":
                return ReadInput(model, entry);
            case "output":
                return ReadOutput(model, entry);
            case "metadata":
                metadata.AddRange(ReadMap(entry)?.Entries ?? []);
                return model;
            case var dotted when dotted.IndexOf('.') > 0:
                ReadDotted(entry, metadata);
                return model;
            default:
                ReportUnknown(entry.Key);
                return model with { InputIsLost = model.InputIsLost || Spelling.Closest(entry.Key.Value, Keys) == "input" };
        }
    }

    private FrontMatterModel ReadInput(FrontMatterModel model, MapEntry entry)
    {
        if (ReadMap(entry) is not { } input)
        {
            return model with { InputIsLost = true };
        }

        var known = new[] { "schema", "default" };
        CheckKeys(input, "input", known);
        if (input.Entries.FirstOrDefault(member => member.Key.Value == "default") is { } defaults)
        {
            RefuseForNow(defaults.Key, "Defaults of inputs");
        }

        var isLost = input["schema"] is null && input.Entries.Any(member => !known.Contains(member.Key.Value));
        return model with { InputSchema = input["schema"], InputIsLost = isLost };
    }

    private FrontMatterModel ReadOutput(FrontMatterModel model, MapEntry entry)
    {
        if (ReadMap(entry) is not { } output)
        {
            return model with { OutputIsLost = true };
        }

        CheckKeys(output, "output", ["schema", "format", "retries"]);
        foreach (var later in output.Entries.Where(member => member.Key.Value is "format" or "retries"))
        {
            RefuseForNow(later.Key, $"'{later.Key.Value}'");
        }

        return model with
        {
            OutputSchema = output["schema"],
        };
    }

    private void ReadDotted(MapEntry entry, List<MapEntry> metadata)
    {
        var segments = entry.Key.Value.Split('.');
        if (Keys.Contains(segments[0]) || LaterKeys.Contains(segments[0]))
        {
            var nested = string.Concat(
                segments.Select((segment, index) => index < segments.Length - 1 ? $"{segment}: {{ " : $"{segment}: …")
            );
            nested += string.Concat(Enumerable.Repeat(" }", segments.Length - 1));
            _diagnostics.Add(FrontMatterRules.DottedKnownKey, entry.Key.Range, entry.Key.Value, nested);
            return;
        }

        metadata.Add(entry);
    }

    private void ReportUnknown(ScalarNode key)
    {
        if (LaterKeys.Contains(key.Value))
        {
            RefuseForNow(key, $"'{key.Value}'");
            return;
        }

        var suggestion = Spelling.Suggest(key.Value, Keys.Concat(LaterKeys));
        var remedy = suggestion.Length > 0 ? suggestion : " Keys of your own go under 'metadata:' or carry a dot ('my.key').";
        _diagnostics.Add(FrontMatterRules.UnknownKey, key.Range, key.Value, "", remedy);
    }

    private void RefuseForNow(ScalarNode key, string what) =>
        _diagnostics.Add(FrontMatterRules.NotCompiledYet, key.Range, what, "Remove it for now.");

    private void CheckKeys(MapNode map, string owner, string[] known)
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key.Value)))
        {
            var suggestion = Spelling.Suggest(entry.Key.Value, known);
            var remedy = suggestion.Length > 0 ? suggestion : $" It may hold {string.Join(", ", known.Select(key => $"'{key}'"))}.";
            _diagnostics.Add(FrontMatterRules.UnknownKey, entry.Key.Range, entry.Key.Value, $" in '{owner}'", remedy);
        }
    }

    private Located<string>? ReadString(MapEntry entry)
    {
        if (entry.Value is ScalarNode { IsString: true } scalar)
        {
            return new Located<string>(scalar.Value, scalar.Range);
        }

        ReportWrongType(entry, "a string");
        return null;
    }

    private MapNode? ReadMap(MapEntry entry)
    {
        if (entry.Value is MapNode map)
        {
            return map;
        }

        ReportWrongType(entry, "a map");
        return null;
    }

    // An absent value has no extent of its own: the key is what the user sees.
    private void ReportWrongType(MapEntry entry, string expected) =>
        _diagnostics.Add(
            FrontMatterRules.WrongType,
            entry.Value.Range.Length > 0 ? entry.Value.Range : entry.Key.Range,
            entry.Key.Value,
            expected,
            entry.Value.Kind
        );
}
