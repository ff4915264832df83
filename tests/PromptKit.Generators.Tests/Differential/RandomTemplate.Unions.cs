namespace PromptKit.Generators.Tests.Differential;

/// <content>Values that are one of several objects.</content>
internal sealed partial class RandomTemplate
{
    // Every prompt has an input of this kind, and every partial a parameter.
    private string Union(int depth)
    {
        var union = _scope.Find(ValueKind.Union) ?? "$u";
        return depth == 0
            ? union
            : _random.Next(5) switch
            {
                0 => $"({MaybeUnion(0)} ?? {Union(depth - 1)})",
                1 => $"({Condition(depth - 1)} ? {Union(0)} : {Union(depth - 1)})",
                2 => $"({Unions(depth - 1)} | array.{Pick("first", "last")} ?? {union})",
                _ => union,
            };
    }

    private string MaybeUnion(int depth) =>
        depth == 0
            ? Known(ValueKind.MaybeUnion, "null", Union(0))
            : _random.Next(4) switch
            {
                0 => $"({Condition(depth - 1)} ? {MaybeUnion(0)} : {Union(depth - 1)})",
                1 => $"({MaybeText(0)} ?! {Union(0)})",
                2 => $"({Unions(0)})[{Small()}]",
                _ => MaybeUnion(0),
            };

    private string Unions(int depth)
    {
        var list = _scope.Find(ValueKind.Unions) ?? $"[{Union(0)}]";
        return depth == 0
            ? list
            : _random.Next(8) switch
            {
                0 or 1 =>
                    $"({Unions(depth - 1)} | array.sort \"{Pick("kind", "name", "done", "radius", "tone", "stamp", "count", "note")}\")",
                2 when !_isFunction => $"({Unions(depth - 1)} | array.filter {InPlace(ValueKind.Union, Condition)})",
                3 => $"({Unions(depth - 1)} | array.{Pick("reverse", "limit 2", "offset 1", "remove_at 0", "compact")})",
                4 => $"({list} + {Unions(0)})",
                5 => $"[{Union(depth - 1)}, {Union(0)}]",
                6 => $"(array.{Pick("concat", "add_range")} {Unions(0)} {list})",
                _ => $"({list} | array.add {Union(0)})",
            };
    }

    // A member that some of the objects do not have gives no item there.
    private string Mapped(int depth, params IReadOnlyList<string> members) => $"({Unions(depth)} | array.map \"{Pick(members)}\")";

    // A union, and its members where the expression has no name.
    private string UnionText(int depth) =>
        Pick(
            $"{Union(depth)}.{Pick("kind", "name", "stamp")}",
            $"({MaybeUnion(depth)}?.{Pick("kind", "name", "stamp", "tone", "note")} ?? {Text(0)})",
            $"{Mapped(depth, "kind", "name", "stamp")} | array.join \",\"",
            $"{Mapped(depth, "note", "count", "done")} | array.join \"/\"",
            _isFunction ? "'f'" : $"{Unions(depth)} | array.each {InPlace(ValueKind.Union, Text)} | array.join \"|\"",
            $"object.typeof {Union(0)}",
            _isFunction ? "'f'" : $"json {Pick(Union(depth), MaybeUnion(0), Unions(0), Known(ValueKind.UnionMap, "1"))}"
        );

    private string CaseOfUnion(int depth) =>
        Tag($"case {Union(0)}.kind")
        + Tag($"when {Pick("\"circle\"", "'group', \"circle\"", "\"dot\" || \"group\"")}")
        + Block(depth - 1)
        + Tag("when 'dot'")
        + Block(depth - 1)
        + (Chance(2) ? Tag("else") + Block(depth - 1) : "")
        + Tag("end");

    private string EnterUnions(string name)
    {
        var unions = Unions(1);
        RandomSchema.AddUnion(_scope, name);
        return unions;
    }

    private string EnterUnionMap(string unions, string name)
    {
        _scope.Add(ValueKind.Text, name + ".key");
        RandomSchema.AddUnion(_scope, name + ".value");
        return unions;
    }
}
