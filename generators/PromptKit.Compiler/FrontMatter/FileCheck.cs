using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Checks what must hold of a whole file before anything reads it.</summary>
internal static class FileCheck
{
    private const int MaximumLength = 1024 * 1024;

    /// <returns>False when the file cannot be read further.</returns>
    public static bool Run(PromptText text, DiagnosticBag diagnostics)
    {
        if (text.Content.Length > MaximumLength)
        {
            diagnostics.Add(FrontMatterRules.FileTooLong, TextRange.At(0), MaximumLength / 1024);
            return false;
        }

        // U+FFFD is what bytes that are no UTF-8 are read as; neither it nor NUL is ever meant.
        var bad = text.Content.IndexOfAny(['\0', '\uFFFD']);
        if (bad >= 0)
        {
            diagnostics.Add(FrontMatterRules.NotText, new TextRange(bad, bad + 1));
            return false;
        }

        return true;
    }
}
