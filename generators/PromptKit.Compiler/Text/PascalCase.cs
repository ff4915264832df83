using System.Text;

namespace PromptKit.Compiler.Text;

/// <summary>Turns names of files, folders and members into C# names.</summary>
internal static class PascalCase
{
    /// <summary>
    /// <c>triage_agent</c>, <c>triage-agent</c> and <c>TriageAgent</c> all give <c>TriageAgent</c>. What no C# identifier can hold
    /// separates words; a leading digit gets a <c>_</c>. Empty when nothing is left.
    /// </summary>
    public static string Of(string name)
    {
        var identifier = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            identifier.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return identifier.Length > 0 && char.IsDigit(identifier[0]) ? "_" + identifier : identifier.ToString();
    }
}
