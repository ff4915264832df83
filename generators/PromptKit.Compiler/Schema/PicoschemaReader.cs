using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>Reads Picoschema as dotprompt defines it: <c>name?: type, description</c>.</summary>
internal sealed class PicoschemaReader
{
    private static readonly Dictionary<string, ScalarKind> Scalars = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarKind.String,
        ["integer"] = ScalarKind.Integer,
        ["number"] = ScalarKind.Number,
        ["boolean"] = ScalarKind.Boolean,
    };

    private readonly PromptText _text;
    private readonly DiagnosticBag _diagnostics;

    private PicoschemaReader(PromptText text, DiagnosticBag diagnostics)
    {
        _text = text;
        _diagnostics = diagnostics;
    }

    // `owner` is what the schema describes, for messages: input or output.
    public static ObjectSchema Read(PromptText text, FrontMatterNode schema, string owner, DiagnosticBag diagnostics) =>
        new PicoschemaReader(text, diagnostics).ReadObject(schema, owner);

    private ObjectSchema ReadObject(FrontMatterNode schema, string owner)
    {
        if (schema is not MapNode map)
        {
            _diagnostics.Add(
                SchemaRules.WrongForm,
                schema.Range,
                $"'{owner}.schema'",
                "a map of members",
                schema.Kind,
                "Write one 'name: type' a line."
            );
            return ObjectSchema.Lost;
        }

        var members = new List<SchemaMember>();
        foreach (var entry in map.Entries)
        {
            var member = ReadMember(entry);
            if (members.Exists(earlier => earlier.Name == member.Name))
            {
                _diagnostics.Add(SchemaRules.DuplicateMember, entry.Key.Range, member.Name);
                continue;
            }

            members.Add(member);
        }

        return new ObjectSchema(members.ToEquatableArray(), IsIncomplete: false);
    }

    private SchemaMember ReadMember(MapEntry entry)
    {
        var key = entry.Key.Value;
        var parenthesis = key.IndexOf('(');
        var head = parenthesis < 0 ? key : key.Substring(0, parenthesis).TrimEnd();
        var isOptional = head.EndsWith("?", StringComparison.Ordinal);
        var name = isOptional ? head.Substring(0, head.Length - 1) : head;
        var range = entry.Key.IsPlain ? new TextRange(entry.Key.Range.Start, entry.Key.Range.Start + name.Length) : entry.Key.Range;
        var member = new SchemaMember(name, ScalarKind.Unknown, isOptional, Description: null, range);
        if (parenthesis >= 0)
        {
            RefuseForNow(entry.Key.Range, $"'{key}'");
            return member;
        }

        return entry.Value is ScalarNode { IsNull: false } scalar ? ReadType(member, scalar) : RefuseValue(member, entry);
    }

    private SchemaMember ReadType(SchemaMember member, ScalarNode scalar)
    {
        var comma = scalar.Value.IndexOf(',');
        var type = (comma < 0 ? scalar.Value : scalar.Value.Substring(0, comma)).Trim();
        var description = comma < 0 ? null : scalar.Value.Substring(comma + 1).Trim();
        CheckForComment(member, scalar, comma);
        if (Scalars.TryGetValue(type, out var kind))
        {
            return member with { Kind = kind, Description = string.IsNullOrEmpty(description) ? null : description };
        }

        var range = scalar.IsPlain ? new TextRange(scalar.Range.Start, scalar.Range.Start + type.Length) : scalar.Range;
        var suggestion = Spelling.Suggest(type, Scalars.Keys);
        _diagnostics.Add(
            SchemaRules.UnknownType,
            range,
            type,
            suggestion.Length > 0 ? suggestion : $" The types are {string.Join(", ", Scalars.Keys)}."
        );
        return member;
    }

    private SchemaMember RefuseValue(SchemaMember member, MapEntry entry)
    {
        if (entry.Value is ScalarNode)
        {
            _diagnostics.Add(
                SchemaRules.WrongForm,
                entry.Value.Range.Length > 0 ? entry.Value.Range : entry.Key.Range,
                $"The type of '{member.Name}'",
                "a string",
                entry.Value.Kind,
                $"Write '{entry.Key.Value}: string'."
            );
        }
        else
        {
            RefuseForNow(entry.Key.Range, $"'{entry.Key.Value}' with {entry.Value.Kind} as its type");
        }

        return member;
    }

    // `status: string, ticket #5` loses "#5" without a word: YAML reads a comment. A comment behind a bare type is one.
    private void CheckForComment(SchemaMember member, ScalarNode scalar, int comma)
    {
        if (!scalar.IsPlain || comma < 0)
        {
            return;
        }

        var lineEnd = _text.Content.IndexOf('\n', scalar.Range.End);
        var rest = _text.Content.Substring(scalar.Range.End, lineEnd - scalar.Range.End);
        if (rest.TrimStart().StartsWith("#", StringComparison.Ordinal) && rest.TrimStart().Length < rest.Length)
        {
            var start = scalar.Range.End + rest.IndexOf('#');
            var quoted = $"{member.Name}{(member.IsOptional ? "?" : "")}: \"{scalar.Value}{rest.TrimEnd()}\"";
            _diagnostics.Add(
                SchemaRules.CommentCutsDescription,
                new TextRange(start, start + rest.TrimEnd().Length - rest.IndexOf('#')),
                quoted
            );
        }
    }

    private void RefuseForNow(TextRange range, string what) =>
        _diagnostics.Add(SchemaRules.NotCompiledYet, range, what, $"Its members can be {string.Join(", ", Scalars.Keys)}.");
}
