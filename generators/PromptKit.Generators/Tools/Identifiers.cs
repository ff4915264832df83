using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Names of the user's C#, in code and in JSON.</summary>
internal static class Identifiers
{
    /// <summary>The name as code writes it: with <c>@</c> where it is a word of C#.</summary>
    public static string Escape(string name) => CSharpName.IsIdentifier(name) ? name : "@" + name;

    /// <summary>As System.Text.Json's camel case: <c>OrderId</c> is <c>orderId</c>, <c>IDNumber</c> is <c>idNumber</c>.</summary>
    public static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
