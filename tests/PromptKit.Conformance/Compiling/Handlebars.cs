using System.Text.RegularExpressions;

namespace PromptKit.Conformance.Compiling;

/// <summary>
/// Writes a Handlebars template in Scriban, tag by tag. What Scriban has no word for stays as it is, for the compiler to refuse.
/// </summary>
internal static partial class Handlebars
{
    public static string ToScriban(string template, bool isPartial = false)
    {
        var scriban = Tag().Replace(template, tag => Convert(tag, isPartial));
        // Without a role the reference has a message of the user; here media and history want that said.
        return !isPartial && MessageTag().IsMatch(scriban) && !RoleTag().IsMatch(scriban) ? "{{ role \"user\" }}" + scriban : scriban;
    }

    private static string Convert(Match tag, bool isPartial)
    {
        var comment = tag.Groups["comment"];
        var code = comment.Success ? $"## {comment.Value.Trim()} ##" : Rewrite(tag.Groups["code"].Value.Trim(), isPartial);
        var isStatement = comment.Success || tag.Groups["code"].Value.TrimStart() is ['#' or '/' or '>', ..] or "else";
        // Handlebars removes a line that holds nothing but such a tag; its ~ strips newlines too, as Scriban's - does.
        var isAlone = isStatement && tag.Groups["before"].Success && tag.Groups["after"].Success;
        var (left, right) = (tag.Groups["left"].Success, tag.Groups["right"].Success);
        return isAlone && !left && !right
            ? $"{tag.Groups["before"].Value}{{{{~ {code} ~}}}}{tag.Groups["after"].Value}"
            : $"{tag.Groups["before"].Value}{(left ? "{{-" : "{{")} {code} {(right ? "-}}" : "}}")}{tag.Groups["after"].Value}";
    }

    private static string Rewrite(string code, bool isPartial)
    {
        var words = code.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["#if", var condition] => $"if {Value(condition, isPartial)}",
            ["#unless", var condition] => $"if !{Value(condition, isPartial)}",
            ["#each", var list] => $"for item in {Value(list, isPartial)}",
            ["#ifEquals", var left, var right] => $"if {Value(left, isPartial)} == {Value(right, isPartial)}",
            ["#unlessEquals", var left, var right] => $"if {Value(left, isPartial)} != {Value(right, isPartial)}",
            [['/', ..]] => "end",
            [">", var name, .. var arguments] => $"include \"{name}\" {Arguments(arguments)}".TrimEnd(),
            [['>', .. var name], .. var arguments] => $"include \"{name}\" {Arguments(arguments)}".TrimEnd(),
            ["media", .. var arguments] => $"media {Arguments(arguments)}".Replace("contentType:", "type:", StringComparison.Ordinal),
            ["json", .. var arguments] => $"{words[0]} {Arguments(arguments)}",
            [var value] when Name().IsMatch(value) => Value(value, isPartial),
            _ => code,
        };
    }

    private static string Value(string value, bool isPartial) =>
        value switch
        {
            "this" => "item",
            "else" or "history" => value,
            "@first" or "@last" or "@index" => "for." + value[1..],
            ['@', .. var context] => context,
            _ when isPartial && Name().IsMatch(value) => "$" + value,
            _ => value,
        };

    // name=value is name: value in Scriban.
    private static string Arguments(IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Select(argument => Equal().Replace(argument, ": ", 1)));

    [GeneratedRegex(
        @"(?<before>(?<=^|\n)[ \t]*)?\{\{(?<left>~)?(!--(?<comment>.*?)--|(?<code>[^{}]*?))(?<right>~)?\}\}(?<after>[ \t]*(?=\r?\n|\z))?",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"^@?[A-Za-z_][\w.]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\{\{[-~]?\s*(media|history)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MessageTag();

    [GeneratedRegex(@"\{\{[-~]?\s*role\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RoleTag();

    [GeneratedRegex("(?<=^[A-Za-z_]+)=", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Equal();
}
