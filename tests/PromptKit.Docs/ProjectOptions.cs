using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PromptKit.Docs;

/// <summary>What MSBuild tells the generator about the project <c>MyApp</c> and its prompts.</summary>
internal sealed class ProjectOptions : AnalyzerConfigOptionsProvider
{
    public const string RootNamespace = "MyApp";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.RootNamespace", RootNamespace);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values("", "");

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Values("build_metadata.AdditionalFiles.PromptKitPath", Convert.ToBase64String(Encoding.UTF8.GetBytes(textFile.Path)));

    private sealed class Values(string name, string value) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => [name];

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? found)
        {
            found = key == name ? value : null;
            return found is not null;
        }
    }
}
