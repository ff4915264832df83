using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>A project of a user: prompts, C#, MSBuild properties. Immutable.</summary>
internal sealed record TestProject
{
    public ImmutableArray<InMemoryPrompt> Prompts { get; init; } = [];

    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The assemblies that it references beside .NET and PromptKit.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public ImmutableDictionary<string, string> Properties { get; init; } =
        ImmutableDictionary<string, string>.Empty.Add("RootNamespace", "App");

    /// <summary>The warnings that its author turned off.</summary>
    public ImmutableHashSet<string> Silenced { get; init; } = [];

    public static TestProject With(string projectPath, string content) => new TestProject().Add(projectPath, content);

    public TestProject Add(string projectPath, string content) =>
        this with
        {
            Prompts = Prompts.Add(new InMemoryPrompt(projectPath, content)),
        };

    /// <summary>Turns off warnings about what the short prompts of a test do: inputs that they do not read, lines of tags.</summary>
    public TestProject Silence(params IEnumerable<string> ids) => this with { Silenced = Silenced.Union(ids) };

    public TestProject AddSource(string source) => this with { Sources = Sources.Add(source) };

    public TestProject WithProperty(string name, string value) => this with { Properties = Properties.SetItem(name, value) };

    /// <summary>
    /// Runs the generator and compiles the result. Fails when it reports other diagnostics than <paramref name="expectedIds"/>, and on any
    /// error or warning of C#.
    /// </summary>
    public GeneratorRun Run(params IEnumerable<string> expectedIds)
    {
        var compilation = CreateCompilation();
        var driver = CreateDriver()
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);
        var run = new GeneratorRun((CSharpCompilation)output, driver.GetRunResult());
        Assert.Equal(expectedIds, run.Diagnostics.Select(diagnostic => diagnostic.Id).Where(id => !Silenced.Contains(id)));
        var complaints = TestCompilation.Complaints(output).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        return run;
    }

    public CSharpCompilation CreateCompilation() => TestCompilation.Of(Sources).AddReferences(References);

    public GeneratorDriver CreateDriver() =>
        CSharpGeneratorDriver.Create(
            [new PromptGenerator().AsSourceGenerator()],
            Prompts,
            TestCompilation.ParseOptions,
            new InMemoryOptions(Properties),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
}
