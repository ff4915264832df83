using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>A key of Picoschema: <c>name?(kind, description)</c>, or the wildcard <c>(*)</c>.</summary>
/// <param name="Name">The member's name; <c>*</c> for the wildcard.</param>
/// <param name="IsOptional">Whether a <c>?</c> follows it.</param>
/// <param name="Kind"><c>array</c>, <c>object</c> or <c>enum</c>; null when there is no parenthesis.</param>
/// <param name="Description">What stands behind the comma of the parenthesis.</param>
/// <param name="NameRange">The name's range; the whole key where it is quoted.</param>
/// <param name="KindRange">The kind's range; the whole key where it is quoted.</param>
internal sealed record PicoKey(string Name, bool IsOptional, string? Kind, string? Description, TextRange NameRange, TextRange KindRange)
{
    private static readonly string[] Kinds = ["array", "object", "enum"];

    public bool IsWildcard => Name == "*";

    /// <summary>The name of a key, as far as it can be told, of whatever form the rest is.</summary>
    public static string NameOf(ScalarNode node) => node.Value.Trim().Split('(', '?')[0].Trim();

    /// <returns>Null when the key cannot be read; the diagnostics say why.</returns>
    public static PicoKey? Parse(ScalarNode node, SchemaContext context)
    {
        var key = node.Value.Trim();
        if (key.StartsWith("(*", StringComparison.Ordinal))
        {
            return ParseWildcard(node, key, context);
        }

        var parenthesis = key.IndexOf('(');
        var head = parenthesis < 0 ? key : key.Substring(0, parenthesis);
        var isOptional = head.TrimEnd().EndsWith("?", StringComparison.Ordinal);
        var name = isOptional ? head.TrimEnd().TrimEnd('?') : head;
        var nameRange = Part(node, 0, name.Length);
        if (name.Length == 0)
        {
            context.Refuse(SchemaRules.BadKey, node, key, "it has no name", "Write 'name: type'.");
            return null;
        }

        if (name.Trim() != name)
        {
            context.Refuse(
                SchemaRules.BadKey,
                node,
                key,
                "a blank stands behind the name",
                $"Write '{name.Trim()}{key.Substring(name.Length).TrimStart()}'."
            );
            return null;
        }

        var plain = new PicoKey(name, isOptional, Kind: null, Description: null, nameRange, nameRange);
        return parenthesis < 0 ? plain : ParseParenthesis(plain, node, key, parenthesis, context);
    }

    private static PicoKey? ParseParenthesis(PicoKey plain, ScalarNode node, string key, int parenthesis, SchemaContext context)
    {
        if (!key.EndsWith(")", StringComparison.Ordinal))
        {
            context.Refuse(
                SchemaRules.BadKey,
                node,
                key,
                "its '(' is never closed, or text stands behind the ')'",
                $"Write '{plain.Name}(array, description)'."
            );
            return null;
        }

        var inside = key.Substring(parenthesis + 1, key.Length - parenthesis - 2);
        var comma = inside.IndexOf(',');
        var kind = (comma < 0 ? inside : inside.Substring(0, comma)).Trim();
        var description = comma < 0 ? null : inside.Substring(comma + 1).Trim();
        var kindRange = Part(node, parenthesis + 1, kind.Length);
        if (!Kinds.Contains(kind))
        {
            var remedy = Spelling.Suggest(kind, Kinds) is { Length: > 0 } suggestion
                ? suggestion
                : $" It can be 'array', 'object' or 'enum'; a description of a scalar stands behind its type: '{plain.Name}: string, {inside}'.";
            context.Refuse(SchemaRules.UnknownKind, kindRange, kind, remedy);
            return null;
        }

        return plain with
        {
            Kind = kind,
            Description = string.IsNullOrEmpty(description) ? null : description,
            KindRange = kindRange,
        };
    }

    private static PicoKey? ParseWildcard(ScalarNode node, string key, SchemaContext context)
    {
        if (key == "(*)")
        {
            return new PicoKey("*", IsOptional: false, Kind: null, Description: null, node.Range, node.Range);
        }

        context.Refuse(SchemaRules.BadKey, node, key, "a wildcard takes neither '?' nor a description", "Write '(*): type, description'.");
        return null;
    }

    private static TextRange Part(ScalarNode node, int start, int length) =>
        node.IsPlain ? new TextRange(node.Range.Start + start, node.Range.Start + start + length) : node.Range;
}
