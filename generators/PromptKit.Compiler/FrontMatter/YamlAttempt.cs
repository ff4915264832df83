namespace PromptKit.Compiler.FrontMatter;

/// <summary>The outcome of reading a stretch of YAML.</summary>
/// <param name="Root">The tree; null when the stretch is empty or broken.</param>
/// <param name="Mistakes">What is wrong although the stretch could be read.</param>
/// <param name="Problem">Why the stretch could not be read; null when it could.</param>
internal sealed record YamlAttempt(FrontMatterNode? Root, IReadOnlyList<YamlProblem> Mistakes, YamlProblem? Problem);
