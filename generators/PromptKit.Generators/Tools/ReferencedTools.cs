using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Finds the tools of the projects and packages that this one references.</summary>
internal static class ReferencedTools
{
    private const string Runtime = "PromptKit";

    public static EquatableArray<ToolOutline> Find(Compilation compilation, CancellationToken cancellationToken) =>
        compilation
            .SourceModule.ReferencedAssemblySymbols.Where(UsesPromptKit)
            .OrderBy(assembly => assembly.Name, StringComparer.Ordinal)
            .SelectMany(assembly => assembly.GetAttributes())
            .Select(Read)
            .OfType<ToolOutline>()
            .ToEquatableArray();

    // Few do, and this runs at every key press.
    private static bool UsesPromptKit(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime));

    private static ToolOutline? Read(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && KnownTypes.NameOf(type) == KnownTypes.PromptToolExport
        && attribute.ConstructorArguments
            is [{ Value: string name }, { Value: INamedTypeSymbol tools }, { Value: string property }, { Value: string hash }]
            ? new ToolOutline(name, $"{KnownTypes.CodeOf(tools)}.{property}", hash)
            : null;
}
