using NetArchTest.Rules;
using PromptKit.Compiler;

namespace PromptKit.Architecture;

/// <summary>The compiler's stages: each knows what lies before it as far as the table says, and never what lies behind.</summary>
internal static class CompilerLayers
{
    public const string Root = "PromptKit.Compiler";
    private const string Text = Root + ".Text";
    private const string Diagnostics = Root + ".Diagnostics";
    private const string FrontMatter = Root + ".FrontMatter";
    private const string Schema = Root + ".Schema";
    private const string Templates = Root + ".Templates";
    private const string Binding = Root + ".Binding";
    private const string Emission = Root + ".Emission";
    private const string Yaml = "YamlDotNet";
    private const string Scriban = "Scriban";

    public static IReadOnlyList<Layer> All { get; } =
    [
        new(Text, Diagnostics, FrontMatter, Schema, Templates, Binding, Emission, Yaml, Scriban),
        new(Diagnostics, FrontMatter, Schema, Templates, Binding, Emission, Yaml, Scriban),
        new(FrontMatter, Schema, Templates, Binding, Emission, Scriban),
        new(Schema, Templates, Binding, Emission, Yaml, Scriban),
        new(Templates, FrontMatter, Schema, Binding, Emission, Yaml),
        new(Templates + ".Nodes", FrontMatter, Schema, Binding, Emission, Yaml, Scriban),
        // Of the templates, the nodes alone: they are free of Scriban's types.
        new(Binding, [.. TypesIn(Templates), Emission, Yaml, Scriban]),
        // What emission reads: no stage, so that it can decide nothing; of the schemas only the enum of what types there are.
        new(
            Binding + ".Model",
            [.. TypesIn(Binding), Binding + ".Functions", .. SchemaButKinds(), Diagnostics, FrontMatter, Templates, Emission, Yaml, Scriban]
        )
        {
            // What binding is given of other files: emission never sees it.
            Exempt = [Binding + ".Model.PromptLinks"],
        },
        new(
            Emission,
            [
                .. TypesIn(Binding),
                Binding + ".Functions",
                .. SchemaButKinds(),
                Binding + ".Model.PromptLinks",
                Diagnostics,
                FrontMatter,
                Templates,
                Yaml,
                Scriban,
            ]
        ),
        new(Root, "Microsoft.CodeAnalysis", "Microsoft.Extensions.AI", "PromptKit.Generators"),
    ];

    public static Types Types => NetArchTest.Rules.Types.InAssembly(typeof(PromptCompiler).Assembly);

    /// <summary>The types of a layer that use what they must not.</summary>
    public static IEnumerable<string> Violations(Layer layer)
    {
        var result = Types.That().ResideInNamespace(layer.Namespace).ShouldNot().HaveDependencyOnAny([.. layer.Forbidden]).GetResult();
        return (result.FailingTypeNames ?? []).Except(layer.Exempt, StringComparer.Ordinal);
    }

    private static IEnumerable<string> SchemaButKinds() =>
        TypesIn(Schema).Concat(TypesIn(Schema + ".Model")).Where(name => name != Schema + ".Model.ScalarKind");

    // The namespace itself, not those below it.
    private static IEnumerable<string> TypesIn(string name) =>
        typeof(PromptCompiler).Assembly.GetTypes().Where(type => type.Namespace == name && !type.IsNested).Select(type => type.FullName!);
}
