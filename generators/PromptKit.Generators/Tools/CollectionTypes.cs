using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Generators.Tools;

/// <summary>The C# types of lists and maps.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.";

    /// <summary>The collection to make for a parameter, and the type of what it holds; null when it is none.</summary>
    public static (ToolCollection Collection, ITypeSymbol Item, bool IsMap)? Find(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => (ToolCollection.Array, array.ElementType, false),
            INamedTypeSymbol { TypeArguments: [var item] } list => KnownTypes.NameOf(list) switch
            {
                Generic + "IReadOnlyList" or Generic + "IReadOnlyCollection" or Generic + "IEnumerable" => (
                    ToolCollection.ReadOnly,
                    item,
                    false
                ),
                Generic + "List" or Generic + "IList" or Generic + "ICollection" => (ToolCollection.List, item, false),
                _ => null,
            },
            INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } map => KnownTypes.NameOf(map) switch
            {
                Generic + "IReadOnlyDictionary" => (ToolCollection.ReadOnly, value, true),
                Generic + "Dictionary" or Generic + "IDictionary" => (ToolCollection.Dictionary, value, true),
                _ => null,
            },
            _ => null,
        };

    /// <summary>What any collection that is only written holds; null when it is none.</summary>
    public static (ToolCollection Collection, ITypeSymbol Item, bool IsMap)? FindWritten(ITypeSymbol type)
    {
        var interfaces = type.AllInterfaces.Prepend(type).OfType<INamedTypeSymbol>().ToList();
        var maps = interfaces.Where(each => each.TypeArguments is [{ SpecialType: SpecialType.System_String }, _]);
        if (maps.FirstOrDefault(each => KnownTypes.NameOf(each) is Generic + "IReadOnlyDictionary" or Generic + "IDictionary") is { } map)
        {
            return (ToolCollection.ReadOnly, map.TypeArguments[1], true);
        }

        return
            interfaces.Find(each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) is { } list
            ? (ToolCollection.ReadOnly, list.TypeArguments[0], false)
            : null;
    }
}
