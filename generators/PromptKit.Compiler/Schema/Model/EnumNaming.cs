using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>The C# names of enum values: PascalCase, <c>_</c> before a digit, <c>Value1</c> for integers.</summary>
internal static class EnumNaming
{
    public static string Name(EnumChoice choice)
    {
        if (choice.Title is { } title && PascalCase.Of(title) is { Length: > 0 } titled)
        {
            return titled;
        }

        if (choice.IsInteger)
        {
            return "Value" + choice.Value.Replace("-", "Minus");
        }

        return PascalCase.Of(choice.Value) is { Length: > 0 } name ? name
            : choice.Value.Length == 0 ? "Empty"
            : "Value";
    }
}
