using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Reads the members of a user's class, struct or record, as System.Text.Json sees them.</summary>
/// <param name="isInput">Whether the object is read; else it is written.</param>
/// <param name="readType">Reads the type of a member, which it is given by name.</param>
/// <param name="describe">Says what a property means.</param>
internal sealed class ToolMemberReader(bool isInput, Func<string, ITypeSymbol, ToolType?> readType, Func<IPropertySymbol, string?> describe)
{
    // System.Text.Json.Serialization.JsonIgnoreCondition
    private const int Always = 1;
    private const int WhenWritingDefault = 2;
    private const int WhenWritingNull = 3;
    private const int WhenWriting = 4;
    private const int WhenReading = 5;

    private readonly LocalNames _locals = new();

    public ToolProblem? Problem { get; private set; }

    public EquatableArray<ToolMember>? Read(INamedTypeSymbol type)
    {
        foreach (var name in new[] { "json", "cursor", "read" })
        {
            _locals.Add(name);
        }

        var properties = PropertiesOf(type).ToList();
        if (WhyNot(type, properties) is { } reason)
        {
            return Fail(type, reason);
        }

        var members = isInput ? ReadInput(type, properties) : ReadWritten(properties);
        if (members is null)
        {
            return null;
        }

        if (isInput && members.Count == 0)
        {
            return Fail(type, "has no member that a model could give");
        }

        return members.GroupBy(member => member.JsonName, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same
            ? Fail(type, $"has two members that JSON calls '{same.Key}'")
            : members.ToEquatableArray();
    }

    private List<ToolMember>? ReadWritten(IEnumerable<IPropertySymbol> properties)
    {
        var members = new List<ToolMember>();
        foreach (var property in properties.Where(property => property.GetMethod is { DeclaredAccessibility: Accessibility.Public }))
        {
            if (Member(property, property.Type, ToolMemberPlace.None) is not { } member)
            {
                return null;
            }

            members.Add(member with { SkipsNull = SkipsNull(property) && (member.Type.IsNullable || property.Type.IsReferenceType) });
        }

        return members;
    }

    private List<ToolMember>? ReadInput(INamedTypeSymbol type, List<IPropertySymbol> properties)
    {
        if (Constructor(type) is not { } constructor)
        {
            Fail(type, "has several public constructors, or none");
            return null;
        }

        var members = new List<ToolMember>();
        foreach (var parameter in constructor.Parameters)
        {
            if (properties.Find(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)) is not { } property)
            {
                Fail(type, $"has a constructor whose parameter '{parameter.Name}' is no member of it");
                return null;
            }

            properties.Remove(property);
            if (Member(property, parameter.Type, ToolMemberPlace.Constructor) is not { } member)
            {
                return null;
            }

            var value = Constants.DefaultOf(parameter, member.Type);
            members.Add(member with { Default = value, IsRequired = value is null });
        }

        var setsRequired = constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute");
        foreach (var property in properties.Where(property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public }))
        {
            if (Settable(property, setsRequired) is not { } member)
            {
                return null;
            }

            members.Add(member);
        }

        return members;
    }

    private ToolMember? Settable(IPropertySymbol property, bool setsRequired)
    {
        var mustBeSet = property.IsRequired && !setsRequired;
        var isInit = property.SetMethod!.IsInitOnly;
        var member = Member(property, property.Type, mustBeSet || isInit ? ToolMemberPlace.Initialiser : ToolMemberPlace.Setter);

        // What is set in the initialiser is set always, so its own default is lost: the model has to say something.
        var isRequired = mustBeSet || property.Has(KnownTypes.JsonRequired) || isInit;
        return member is null ? null
            : member.Type.IsNullable ? member with { Default = new ToolDefault("null", Json: null) }
            : member with { IsRequired = isRequired };
    }

    private ToolMember? Member(IPropertySymbol property, ITypeSymbol type, ToolMemberPlace place)
    {
        if (readType(property.Name, type) is not { } read)
        {
            return null;
        }

        var local = _locals.Add(property.Name);
        var jsonName = property.Attribute(KnownTypes.JsonPropertyName).Text() ?? Identifiers.CamelCase(property.Name);
        return new ToolMember(jsonName, Identifiers.Escape(property.Name), read, place, describe(property))
        {
            Local = local,
            SeenLocal = place == ToolMemberPlace.Setter ? _locals.Add("has " + property.Name) : "",
        };
    }

    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        var constructors = type
            .InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
            .Where(constructor => !(constructor.Parameters is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only, type)))
            .ToList();
        return constructors.Find(constructor => constructor.Has(KnownTypes.JsonConstructor))
            ?? constructors.Find(constructor => constructor.Parameters.Length == 0)
            ?? (constructors.Count == 1 ? constructors[0] : null);
    }

    private string? WhyNot(INamedTypeSymbol type, List<IPropertySymbol> properties)
    {
        if (properties.Find(property => property.Has(KnownTypes.JsonExtensionData)) is { } extension)
        {
            return $"keeps further members in '{extension.Name}'";
        }

        if (
            properties.Find(property =>
                property.Attribute(KnownTypes.JsonConverter) is { } converter && !UserTypes.IsEnumConverter(converter)
            ) is
            { } converted
        )
        {
            return $"has a [JsonConverter] on '{converted.Name}'";
        }

        return AllProperties(type).FirstOrDefault(property => property.IsRequired && IsIgnored(property)) is { } ignored
            ? $"requires '{ignored.Name}', which is [JsonIgnore]d"
            : null;
    }

    // A member that is overridden or hidden counts once, and base types come first.
    private IEnumerable<IPropertySymbol> PropertiesOf(INamedTypeSymbol type) =>
        AllProperties(type)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(property => !IsIgnored(property));

    private static IEnumerable<IPropertySymbol> AllProperties(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var each = type; each is { SpecialType: SpecialType.None }; each = each.BaseType)
        {
            types.Push(each);
        }

        return types
            .SelectMany(each => each.GetMembers())
            .OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public });
    }

    private bool IsIgnored(IPropertySymbol property) =>
        Condition(property) is { } condition && (condition == Always || condition == (isInput ? WhenReading : WhenWriting));

    private static bool SkipsNull(IPropertySymbol property) => Condition(property) is WhenWritingDefault or WhenWritingNull;

    // Without a condition, [JsonIgnore] means always.
    private static int? Condition(IPropertySymbol property) =>
        property.Attribute(KnownTypes.JsonIgnore) is { } attribute
            ? attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Condition").Value.Value as int? ?? Always
            : null;

    private EquatableArray<ToolMember>? Fail(INamedTypeSymbol type, string reason)
    {
        Problem = new ToolProblem($"'{type.Name}' {reason}", UserTypes.Remedy(type, isInput));
        return null;
    }
}
