namespace PromptKit.Generators;

/// <summary>The names of the pipeline's steps, for tests of its caching.</summary>
internal static class PromptGeneratorSteps
{
    /// <summary>Reads the MSBuild properties.</summary>
    public const string ReadProject = nameof(ReadProject);

    /// <summary>Reports the MSBuild properties that are wrong.</summary>
    public const string CheckSettings = nameof(CheckSettings);

    /// <summary>Reads a file's text and the path that names it.</summary>
    public const string ReadSource = nameof(ReadSource);

    /// <summary>Parses one file.</summary>
    public const string Parse = nameof(Parse);

    /// <summary>Reads the schemas of <c>_schemas.yaml</c>.</summary>
    public const string ReadSchemas = nameof(ReadSchemas);

    /// <summary>Collects the names of all prompts.</summary>
    public const string MakeCatalog = nameof(MakeCatalog);

    /// <summary>Collects the main files that variants inherit from.</summary>
    public const string FindMains = nameof(FindMains);

    /// <summary>Collects the partials.</summary>
    public const string FindPartials = nameof(FindPartials);

    /// <summary>Takes from one file the names of the partials that it includes.</summary>
    public const string FindIncludes = nameof(FindIncludes);

    /// <summary>Collects which partials anyone includes.</summary>
    public const string FindIncluded = nameof(FindIncluded);

    /// <summary>Takes from the project's own C# the names that prompts want.</summary>
    public const string FindTakenNames = nameof(FindTakenNames);

    /// <summary>Reports what else is called as the class of the prompts.</summary>
    public const string CheckClass = nameof(CheckClass);

    /// <summary>Reads one <c>[PromptTool]</c> method, with the places of what is wrong with it.</summary>
    public const string ReadTool = nameof(ReadTool);

    /// <summary>Takes what a method says, without places: an edit of its body ends here.</summary>
    public const string TakeToolMethod = nameof(TakeToolMethod);

    /// <summary>Takes the methods that give a tool, one a name.</summary>
    public const string ChooseTools = nameof(ChooseTools);

    /// <summary>Compiles one tool.</summary>
    public const string CompileTool = nameof(CompileTool);

    /// <summary>Takes the tools of the projects that this one references.</summary>
    public const string FindReferencedTools = nameof(FindReferencedTools);

    /// <summary>Collects the tools that prompts can name.</summary>
    public const string MakeToolCatalog = nameof(MakeToolCatalog);

    /// <summary>Collects the tools that prompts name.</summary>
    public const string CollectUsedTools = nameof(CollectUsedTools);

    /// <summary>Reports what is wrong with the tools.</summary>
    public const string CheckTools = nameof(CheckTools);

    /// <summary>Gives one prompt what it needs of other files.</summary>
    public const string Link = nameof(Link);

    /// <summary>Compiles one prompt.</summary>
    public const string Compile = nameof(Compile);

    /// <summary>Takes the diagnostics of one file.</summary>
    public const string ReportDiagnostics = nameof(ReportDiagnostics);

    /// <summary>Takes the C# of one file, without its diagnostics.</summary>
    public const string EmitCode = nameof(EmitCode);

    /// <summary>Compiles what belongs to all prompts together.</summary>
    public const string CompileCatalog = nameof(CompileCatalog);

    /// <summary>Takes the diagnostics of <c>_schemas.yaml</c>.</summary>
    public const string ReportSchemaDiagnostics = nameof(ReportSchemaDiagnostics);
}
