using System.Text;

namespace PromptKit.Compiler.Text;

/// <summary>Knows what a name of C# is.</summary>
internal static class CSharpName
{
    // The last line: words that are none everywhere, but that no type may have as its name.
    private const string Words =
        "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event "
        + "explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null "
        + "object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static "
        + "string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while "
        + "await dynamic extension file nint notnull nuint partial record required scoped unmanaged var where yield";

    private static readonly HashSet<string> Reserved = new(Words.Split(' '), StringComparer.Ordinal);

    public static bool IsIdentifier(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(IsPart) && !Reserved.Contains(name);

    public static bool IsNamespace(string name) => name.Split('.').All(IsIdentifier);

    /// <summary>A namespace as close to <paramref name="name"/> as can be: <c>my-app</c> gives <c>my_app</c>, as in <c>dotnet new</c>.</summary>
    public static string ToNamespace(string name) => string.Join(".", name.Split('.').Where(part => part.Length > 0).Select(ToIdentifier));

    private static string ToIdentifier(string part)
    {
        var identifier = new StringBuilder(part.Length + 1);
        foreach (var character in part)
        {
            identifier.Append(IsPart(character) ? character : '_');
        }

        return char.IsDigit(identifier[0]) ? "_" + identifier
            : Reserved.Contains(part) ? "@" + part
            : identifier.ToString();
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
