using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding.Functions;

/// <summary>Computes calls of constants whose result is the same on every machine.</summary>
internal static class CallFolding
{
    /// <returns>The result; null when an argument is no constant or the function is not computed here.</returns>
    public static LiteralExpression? Fold(string method, BoundExpression?[] arguments)
    {
        if (!Array.TrueForAll(arguments, argument => argument is LiteralExpression { Value: string }))
        {
            return null;
        }

        var texts = Array.ConvertAll(arguments, argument => (string)((LiteralExpression)argument!).Value!);
        return method switch
        {
            "TextFunctions.Append" => ConstantFolding.Literal(texts[0] + texts[1]),
            "TextFunctions.Prepend" => ConstantFolding.Literal(texts[1] + texts[0]),
            ".ToUpperInvariant" when IsAscii(texts[0]) => ConstantFolding.Literal(texts[0].ToUpperInvariant()),
            ".ToLowerInvariant" when IsAscii(texts[0]) => ConstantFolding.Literal(texts[0].ToLowerInvariant()),
            ".Trim" when IsAscii(texts[0]) => ConstantFolding.Literal(texts[0].Trim()),
            "string.IsNullOrEmpty" => ConstantFolding.Of(texts[0].Length == 0),
            _ => null,
        };
    }

    // Casing beyond it differs between the tables of Windows and those of ICU.
    private static bool IsAscii(string text) => text.All(c => c < '\u0080');
}
