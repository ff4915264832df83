using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>The names of the rendering code's locals: the author's, in C#'s spelling, each once in a method.</summary>
internal sealed class LocalNames
{
    private static readonly HashSet<string> Keywords = new(
        (
            "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum "
            + "event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace "
            + "new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc "
            + "static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while "
            + "var dynamic await field nameof value"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // The names that the method has already.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "input", "writer", "exception", "_" };

    public string Add(string name)
    {
        var pascal = PascalCase.Of(name);
        var camel = pascal.Length == 0 ? "local" : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        var basis = Keywords.Contains(camel) ? camel + "Value" : camel;
        var unique = basis;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = basis + number;
        }

        return unique;
    }
}
