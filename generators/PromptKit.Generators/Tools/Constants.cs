using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Emission;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Writes the constants of attributes and of parameters' defaults.</summary>
internal static class Constants
{
    private static readonly ToolDefault Null = new("null", Json: null);

    /// <summary>What a parameter is when nobody gives it; null when somebody must.</summary>
    public static ToolDefault? DefaultOf(IParameterSymbol parameter, ToolType type) =>
        parameter.HasExplicitDefaultValue ? Of(parameter.ExplicitDefaultValue, parameter.Type, type)
        : type.IsNullable ? Null
        : null;

    /// <summary>The key of a keyed service, as code writes it.</summary>
    public static string KeyOf(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ IsNull: false } key, ..]
            ? key.Value is string text
                ? CSharpText.Literal(text)
                : key.ToCSharpString()
            : "null";

    private static ToolDefault Of(object? value, ITypeSymbol declared, ToolType type)
    {
        if (value is null)
        {
            return type.IsNullable ? Null : new ToolDefault("default!", Json: null);
        }

        if (type is ToolNamed named)
        {
            return OfEnum(value, Underlying(declared), named);
        }

        return value switch
        {
            string text => new ToolDefault(CSharpText.Literal(text), JsonText.Quote(text)),
            bool flag => Same(flag ? "true" : "false"),
            float number => Number(
                number.ToString("R", CultureInfo.InvariantCulture),
                "f",
                !float.IsNaN(number) && !float.IsInfinity(number)
            ),
            double number => Number(
                number.ToString("R", CultureInfo.InvariantCulture),
                "d",
                !double.IsNaN(number) && !double.IsInfinity(number)
            ),
            decimal number => Number(number.ToString(CultureInfo.InvariantCulture), "m", isFinite: true),
            long.MinValue => new ToolDefault("long.MinValue", "-9223372036854775808"),
            IFormattable integer => Same(integer.ToString(format: null, CultureInfo.InvariantCulture)),
            _ => new ToolDefault("default!", Json: null),
        };
    }

    private static ToolDefault Same(string text) => new(text, text);

    private static ToolDefault Number(string text, string suffix, bool isFinite) =>
        isFinite
            ? new ToolDefault(text + suffix, text)
            : new ToolDefault((suffix == "f" ? "float." : "double.") + NameOfInfinite(text), Json: null);

    private static string NameOfInfinite(string text) =>
        text == "NaN" ? "NaN"
        : text[0] == '-' ? "NegativeInfinity"
        : "PositiveInfinity";

    private static ToolDefault OfEnum(object value, ITypeSymbol type, ToolNamed named)
    {
        var member = type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));
        return member is null
            ? new ToolDefault($"({named.Code})({Convert.ToString(value, CultureInfo.InvariantCulture)})", Json: null)
            : new ToolDefault($"{named.Code}.{Identifiers.Escape(member.Name)}", JsonText.Quote(ToolEnums.JsonOf(member)));
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
