using Takes = PromptKit.Compiler.Binding.Functions.FunctionParameter;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary><c>string.*</c>: functions that make texts of texts.</summary>
internal static class TextTable
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        TemplateFunction.Of("string.append", ValueTypes.Text, "TextFunctions.Append", Takes.Text("text"), Takes.Text("with")),
        TemplateFunction.Of("string.prepend", ValueTypes.Text, "TextFunctions.Prepend", Takes.Text("text"), Takes.Text("by")),
        TemplateFunction.Of("string.capitalize", ValueTypes.Text, "TextFunctions.Capitalize", Takes.Text("text")),
        TemplateFunction.Of("string.capitalizewords", ValueTypes.Text, "TextFunctions.CapitalizeWords", Takes.Text("text")),
        TemplateFunction.Of("string.downcase", ValueTypes.Text, ".ToLowerInvariant", Takes.Text("text")),
        TemplateFunction.Of("string.upcase", ValueTypes.Text, ".ToUpperInvariant", Takes.Text("text")),
        TemplateFunction.Of("string.escape", ValueTypes.Text, "TextFunctions.Escape", Takes.Text("text")),
        TemplateFunction.Of("string.literal", ValueTypes.Text, "TextFunctions.Literal", Takes.Text("text")),
        TemplateFunction.Of("string.handleize", ValueTypes.Text, "TextFunctions.Handleize", Takes.Text("text")),
        TemplateFunction.Of("string.lstrip", ValueTypes.Text, ".TrimStart", Takes.Text("text")),
        TemplateFunction.Of("string.rstrip", ValueTypes.Text, ".TrimEnd", Takes.Text("text")),
        TemplateFunction.Of("string.strip", ValueTypes.Text, ".Trim", Takes.Text("text")),
        TemplateFunction.Of("string.strip_newlines", ValueTypes.Text, "TextFunctions.StripNewlines", Takes.Text("text")),
        TemplateFunction.Failing("string.pad_left", ValueTypes.Text, "TextFunctions.PadLeft", Takes.Text("text"), Takes.Integer("width")),
        TemplateFunction.Failing("string.pad_right", ValueTypes.Text, "TextFunctions.PadRight", Takes.Text("text"), Takes.Integer("width")),
        TemplateFunction.Of(
            "string.pluralize",
            ValueTypes.Text,
            "TextFunctions.Pluralize",
            Takes.Integer("number"),
            Takes.Text("singular"),
            Takes.Text("plural")
        ),
        TemplateFunction.Of("string.remove", ValueTypes.Text, "TextFunctions.Remove", Takes.Text("text"), Takes.Text("remove")),
        TemplateFunction.Of("string.remove_first", ValueTypes.Text, "TextFunctions.RemoveFirst", Takes.Text("text"), Takes.Text("remove")),
        TemplateFunction.Of("string.remove_last", ValueTypes.Text, "TextFunctions.RemoveLast", Takes.Text("text"), Takes.Text("remove")),
        TemplateFunction.Failing(
            "string.replace",
            ValueTypes.Text,
            "TextFunctions.Replace",
            Takes.Text("text"),
            Takes.Text("match"),
            Takes.Text("replace")
        ),
        TemplateFunction.Of(
            "string.replace_first",
            ValueTypes.Text,
            "TextFunctions.ReplaceFirst",
            Takes.Text("text"),
            Takes.Text("match"),
            Takes.Text("replace"),
            Takes.Boolean("from_end").Or(false)
        ),
        TemplateFunction.Failing(
            "string.slice",
            ValueTypes.Text,
            "TextFunctions.Slice",
            Takes.Text("text"),
            Takes.Integer("start"),
            Takes.Integer("length").Or(null)
        ),
        TemplateFunction.Failing(
            "string.slice1",
            ValueTypes.Text,
            "TextFunctions.Slice1",
            Takes.Text("text"),
            Takes.Integer("start"),
            Takes.Integer("length").Or(1)
        ),
        TemplateFunction.Failing(
            "string.truncate",
            ValueTypes.Text,
            "TextFunctions.Truncate",
            Takes.Text("text"),
            Takes.Integer("length"),
            Takes.Text("ellipsis").Or(null)
        ),
        // Scriban always writes three dots there, whatever the third argument says.
        TemplateFunction.Of(
            "string.truncatewords",
            ValueTypes.Text,
            "TextFunctions.TruncateWords",
            Takes.Text("text"),
            Takes.Integer("count"),
            Takes.Text("ellipsis").Or(null)
        ),
        TemplateFunction.Of("string.md5", ValueTypes.Text, "TextHashes.Md5", Takes.Text("text")),
        TemplateFunction.Of("string.sha1", ValueTypes.Text, "TextHashes.Sha1", Takes.Text("text")),
        TemplateFunction.Of("string.sha256", ValueTypes.Text, "TextHashes.Sha256", Takes.Text("text")),
        TemplateFunction.Of("string.sha512", ValueTypes.Text, "TextHashes.Sha512", Takes.Text("text")),
        TemplateFunction.Of("string.hmac_sha1", ValueTypes.Text, "TextHashes.HmacSha1", Takes.Text("text"), Takes.Text("secret_key")),
        TemplateFunction.Of("string.hmac_sha256", ValueTypes.Text, "TextHashes.HmacSha256", Takes.Text("text"), Takes.Text("secret_key")),
        TemplateFunction.Of("string.hmac_sha512", ValueTypes.Text, "TextHashes.HmacSha512", Takes.Text("text"), Takes.Text("secret_key")),
        TemplateFunction.Of("string.base64_encode", ValueTypes.Text, "TextHashes.Base64Encode", Takes.Text("text")),
        TemplateFunction.Failing("string.base64_decode", ValueTypes.Text, "TextHashes.Base64Decode", Takes.Text("text")),
        TemplateFunction.Of("html.escape", ValueTypes.Text, "MarkupFunctions.Escape", Takes.Text("text")),
        TemplateFunction.Of("html.newline_to_br", ValueTypes.Text, "MarkupFunctions.NewlineToBr", Takes.Text("text")),
        TemplateFunction.Of("html.strip", ValueTypes.Text, "MarkupFunctions.Strip", Takes.Text("text")),
        TemplateFunction.Of("html.url_encode", ValueTypes.Text, "MarkupFunctions.UrlEncode", Takes.Text("text")),
        TemplateFunction.Of("html.url_escape", ValueTypes.Text, "MarkupFunctions.UrlEscape", Takes.Text("text")),
    ];
}
