namespace PromptKit.Compiler.FrontMatter;

/// <summary>Leaves the tree builder at the first thing that it refuses; never leaves this folder.</summary>
internal sealed class YamlProblemException(YamlProblem problem) : Exception
{
    public YamlProblem Problem { get; } = problem;
}
