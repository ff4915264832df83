namespace PromptKit.Generators.Tests.Differential;

/// <content>Conditions.</content>
internal sealed partial class RandomTemplate
{
    private string Condition(int depth)
    {
        if (depth == 0)
        {
            return Pick([
                .. _items.Select(item => item + ".done"),
                "vip",
                "ok",
                "nick",
                "work",
                "count",
                "!vip",
                "true",
                "age > 0",
                "tier == \"pro\"",
                "level != \"low\"",
            ]);
        }

        return random.Next(10) switch
        {
            8 => Pick("name.empty?", "tags == empty", "nums != empty", "prices.empty?", "meta", "extra", "!meta"),
            9 when _characters.Count > 0 => $"({Pick(_characters)} == {Pick("\"a\"", Text(depth - 1))})",
            0 => $"({Integer(depth - 1)} {Pick("==", "!=", "<", "<=", ">", ">=")} {Pick(Integer(depth - 1), Number(depth - 1))})",
            1 => $"({Text(depth - 1)} {Pick("==", "!=", "<", "<=", ">", ">=")} {Pick(Text(depth - 1), Integer(0))})",
            2 => $"({Condition(depth - 1)} {Pick("&&", "||")} {Condition(depth - 1)})",
            3 => $"!({Condition(depth - 1)})",
            4 => $"({Pick("nick", "count", "ratio", "ok", "work", "level", "seen", "maybe")} {Pick("==", "!=")} null)",
            5 => $"(nick == {Text(depth - 1)})",
            6 => $"(count {Pick("==", "!=")} {Integer(depth - 1)})",
            _ when random.Next(2) == 0 => $"({Text(depth - 1)} | string.{Pick("contains", "starts_with", "ends_with")} {Text(0)})",
            _ => Condition(0),
        };
    }
}
