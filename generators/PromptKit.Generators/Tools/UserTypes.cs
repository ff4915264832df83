using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tools;

/// <summary>Which types of the user's can be read and written.</summary>
internal static class UserTypes
{
    private static readonly string[] EnumConverters =
    [
        "System.Text.Json.Serialization.JsonStringEnumConverter",
        "System.Text.Json.Serialization.JsonStringEnumConverter`1",
    ];

    /// <summary>Why a type cannot be an object or an enum in JSON; null when it can, as far as the type itself says.</summary>
    public static string? WhyNot(INamedTypeSymbol type, bool isInput, IAssemblySymbol assembly) =>
        type.IsTupleType ? "has no names that last"
        : type.IsRefLikeType ? "is a ref struct"
        : IsOfDotNet(type) ? "is none that JSON has"
        : !IsAccessible(type, assembly) ? "cannot be used by generated code"
        : isInput && IsCollection(type) ? "Take a list, an array, or a dictionary whose keys are strings."
        : type.TypeKind == TypeKind.Enum ? WhyNotEnum(type)
        : type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? "is none that JSON has"
        : HasConverter(type) ? "has a [JsonConverter], and tools are compiled without calling converters"
        : type.Has(KnownTypes.JsonPolymorphic) || type.Has(KnownTypes.JsonDerivedType) ? "is one of several types"
        : isInput && type.IsAbstract ? "is abstract"
        : null;

    public static string Remedy(ITypeSymbol type, bool isInput) =>
        type is INamedTypeSymbol { IsTupleType: true } ? "Take a record."
        : isInput && IsCollection(type) ? "Take a list, an array, or a dictionary whose keys are strings."
        : type.TypeKind == TypeKind.Enum ? "Take an enum of your own without [Flags] and converters, or a list of it."
        : isInput
            ? "Take a type with a public constructor or settable members; if it comes from the services, mark the parameter with [ToolService]."
        : "Return a public class or record of your own that holds what the model needs.";

    public static bool IsAccessible(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        for (var each = type; each is not null; each = each.ContainingType)
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(each.ContainingAssembly, assembly);
            var isVisible =
                each.DeclaredAccessibility == Accessibility.Public
                || (isOwn && each.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);
            if (!isVisible || each.IsFileLocal)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol || type.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static string? WhyNotEnum(INamedTypeSymbol type) =>
        type.Has("System.FlagsAttribute") ? "is a set of flags"
        : type.Attribute(KnownTypes.JsonConverter) is { } converter && !IsEnumConverter(converter) ? "has a [JsonConverter] of its own"
        : null;

    // JSON of .NET's own classes is a matter of converters.
    private static bool IsOfDotNet(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name
        && (
            name == "System"
            || name.StartsWith("System.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        );

    private static bool HasConverter(INamedTypeSymbol type) => type.Has(KnownTypes.JsonConverter);

    /// <summary>Whether a converter does what PromptKit does anyway: enums are strings.</summary>
    public static bool IsEnumConverter(AttributeData converter) =>
        converter.ConstructorArguments is [{ Value: INamedTypeSymbol type }, ..]
        && EnumConverters.Contains($"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}");
}
