using Scriban.Runtime;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>
/// PromptKit's own statements and functions for Scriban's interpreter. A statement writes a mark into the text, which no value holds here.
/// </summary>
internal static class ReferenceFunctions
{
    /// <summary>Before a role's name, which ends with the same.</summary>
    [ScriptMemberIgnore]
    public const char RoleMark = '\uE000';

    [ScriptMemberIgnore]
    public const char HistoryMark = '\uE001';

    /// <summary>Before and behind the address of media.</summary>
    [ScriptMemberIgnore]
    public const char MediaMark = '\uE002';

    public static string Role(string name) => $"{RoleMark}{name}{RoleMark}";

    public static string History() => HistoryMark.ToString();

    public static string Media(object? content = null, string? url = null, string? type = null) =>
        content is ScriptObject media ? $"{MediaMark}{media["contentType"]} {media["url"]}{MediaMark}"
        : url is null ? ""
        : $"{MediaMark}{type} {url}{MediaMark}";

    public static string Json(object? value, int indent = 0) => ReferenceJson.Write(value, indent);
}
