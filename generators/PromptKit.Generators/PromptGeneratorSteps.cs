namespace PromptKit.Generators;

/// <summary>The names of the pipeline's steps, for tests of its caching.</summary>
internal static class PromptGeneratorSteps
{
    /// <summary>Reads the MSBuild properties.</summary>
    public const string ReadProject = nameof(ReadProject);

    /// <summary>Reads a file's text and the path that names it.</summary>
    public const string ReadSource = nameof(ReadSource);

    /// <summary>Compiles one file.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>Takes the diagnostics of one file.</summary>
    public const string ReportDiagnostics = nameof(ReportDiagnostics);

    /// <summary>Takes the C# of one file, without its diagnostics.</summary>
    public const string EmitCode = nameof(EmitCode);
}
