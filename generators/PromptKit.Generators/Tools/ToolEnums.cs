using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Reads enums of the user's.</summary>
internal static class ToolEnums
{
    public static EquatableArray<ToolEnumValue> ValuesOf(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .Where(field => field.HasConstantValue)
            // Two members of one value are one to a switch.
            .GroupBy(field => field.ConstantValue)
            .Select(group => group.First())
            .Select(field => new ToolEnumValue(Identifiers.Escape(field.Name), JsonOf(field)))
            .ToEquatableArray();

    public static string JsonOf(IFieldSymbol member) => member.Attribute(KnownTypes.JsonStringEnumMemberName).Text() ?? member.Name;
}
