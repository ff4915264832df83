using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What other files need to know of a prompt.</summary>
/// <param name="Names">What it is called.</param>
/// <param name="FileName">The path as the project names the file.</param>
/// <param name="NamePlace">Where its name comes from.</param>
internal sealed record PromptOutline(PromptNames Names, string FileName, SourcePlace NamePlace)
{
    /// <summary>Stands for every name, where what a variant reads is not known.</summary>
    public const string Anything = "*";

    /// <summary>Of a variant, the names in its template that may be inputs.</summary>
    public EquatableArray<string> Mentions { get; init; }

    /// <summary>The path that the compiler was given: unlike the file's name in the project, no two files share it.</summary>
    public string FilePath => NamePlace.Path;
}
