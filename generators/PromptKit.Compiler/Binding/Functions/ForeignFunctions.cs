namespace PromptKit.Compiler.Binding.Functions;

/// <summary>What functions and methods of other languages are called here.</summary>
internal static class ForeignFunctions
{
    private const string Print = "Write the value alone: {{ name }}.";
    private const string AskNull = "Write 'name != null'.";
    private const string Include = "Write {{ include \"name\" }}.";
    private const string Escaped = "Nothing is escaped here; leave it out.";

    // By their names without '_', case aside. A name with a dot is one of ours.
    private static readonly Dictionary<string, string> Instead = new(StringComparer.OrdinalIgnoreCase)
    {
        ["upper"] = "string.upcase",
        ["uppercase"] = "string.upcase",
        ["toupper"] = "string.upcase",
        ["touppercase"] = "string.upcase",
        ["lower"] = "string.downcase",
        ["lowercase"] = "string.downcase",
        ["tolower"] = "string.downcase",
        ["tolowercase"] = "string.downcase",
        ["trim"] = "string.strip",
        ["trimstart"] = "string.lstrip",
        ["trimend"] = "string.rstrip",
        ["title"] = "string.capitalizewords",
        ["titlecase"] = "string.capitalizewords",
        ["startswith"] = "string.starts_with",
        ["endswith"] = "string.ends_with",
        ["substring"] = "string.slice",
        ["substr"] = "string.slice",
        ["format"] = "object.format",
        ["strftime"] = "date.to_string",
        ["date"] = "date.to_string",
        ["parseint"] = "string.to_int",
        ["int"] = "string.to_int",
        ["float"] = "string.to_double",
        ["select"] = "array.each",
        ["where"] = "array.filter",
        ["some"] = "array.any",
        ["unique"] = "array.uniq",
        ["distinct"] = "array.uniq",
        ["length"] = "array.size",
        ["len"] = "array.size",
        ["count"] = "array.size",
        ["includes"] = "array.contains",
        ["tojson"] = "json",
        ["stringify"] = "json",
        ["jsonencode"] = "json",
        ["print"] = Print,
        ["echo"] = Print,
        ["puts"] = Print,
        ["write"] = Print,
        ["return"] = Print,
        ["await"] = Print,
        ["tostring"] = Print,
        ["str"] = Print,
        ["defined"] = AskNull,
        ["exists"] = AskNull,
        ["isset"] = AskNull,
        ["notnull"] = AskNull,
        ["empty"] = "Write 'name == \"\"', 'list.size == 0' or 'name == null'.",
        ["range"] = "Write a range: 'for i in 1..10'.",
        ["partial"] = Include,
        ["render"] = Include,
        ["template"] = Include,
        ["extends"] = Include,
        ["safe"] = Escaped,
        ["raw"] = Escaped,
        ["switch"] = "Write {{ case value }}, and {{ when … }} in it.",
        ["macro"] = "Text that is used more than once is a partial: {{ include \"name\" }}.",
        ["block"] = "Text that is used more than once is a partial: {{ include \"name\" }}.",
        ["rem"] = "A comment is {{ # … }}.",
        ["f"] = "A text with values in it is $\"… {name} …\".",
        ["role"] = "Write it in lower case: {{ role \"system\" }}.",
        ["history"] = "Write it in lower case: {{ history }}.",
        ["media"] = "Write it in lower case: {{ media image }}.",
    };

    /// <returns>A sentence with a space before it; null when nothing is known of the name.</returns>
    public static string? RemedyOf(string name) =>
        !Instead.TryGetValue(name.Replace("_", ""), out var instead) ? null
        : IsName(instead) ? $" Did you mean '{instead}'?"
        : " " + instead;

    /// <summary>The function that does what a member of that name does in other languages.</summary>
    public static string? FunctionOf(string name) =>
        Instead.TryGetValue(name.Replace("_", ""), out var instead) && IsName(instead) ? instead : null;

    private static bool IsName(string instead) => instead == "json" || (instead.IndexOf('.') > 0 && instead.IndexOf(' ') < 0);
}
