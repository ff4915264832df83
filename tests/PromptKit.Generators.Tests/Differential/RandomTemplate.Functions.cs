namespace PromptKit.Generators.Tests.Differential;

/// <content>Calls of functions.</content>
internal sealed partial class RandomTemplate
{
    // Piped into, so that what stands before it is its first argument.
    private string TextFunction(int depth) =>
        Pick(
            "string.upcase",
            "string.downcase | string.capitalize",
            "string.strip",
            $"string.append {Text(0)}",
            $"string.prepend {Text(0)} | string.lstrip",
            $"string.replace \"a\" {Text(0)}",
            $"string.truncate {random.Next(-1, 5)}",
            $"string.truncate length: 3 ellipsis: {Text(0)}",
            $"string.slice {random.Next(-2, 3)}",
            "string.split \"a\" | array.join \"-\"",
            $"object.default {Text(0)}",
            $"string.upcase + {Text(depth)}",
            "html.escape | string.size + \"\""
        );

    private string ListText(int depth) =>
        Pick(
            $"tags | array.join {Text(depth)}",
            "nums | array.sort | array.join \"-\"",
            "tags | array.reverse | array.uniq | array.join \", \"",
            "tags | array.first ?? \"none\"",
            "items | array.map \"title\" | array.join \"|\"",
            "items | array.sort \"id\" | array.each @(do; ret $0.title + $0.id; end) | array.join \"|\"",
            $"items | array.filter @(do; ret $0.done && $0.title != {Text(0)}; end) | array.map \"id\" | array.join \"|\"",
            "tags | array.each @string.upcase | array.last ?? \"\"",
            "maybe ?? [] | array.limit 1 | array.join \"\"",
            "array.concat nums [1, 2] | array.offset 1 | array.join \"\" @(do; ret \"<\" + $0 + \">\"; end)"
        );
}
