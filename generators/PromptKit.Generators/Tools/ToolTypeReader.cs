using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Reads the types of a tool's signature, in one direction: what the model gives, or what it gets.</summary>
/// <param name="isInput">Whether the model gives them.</param>
/// <param name="assembly">The project.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class ToolTypeReader(bool isInput, IAssemblySymbol assembly, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, ToolDeclaration?> _declarations = new(StringComparer.Ordinal);

    // With the one that generated code uses itself.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal) { [""] = "Arguments" };

    /// <summary>What was wrong with the type that was read last; null when nothing was.</summary>
    public ToolProblem? Problem { get; private set; }

    /// <summary>The user's types that were met, in the order of their names.</summary>
    public EquatableArray<ToolDeclaration> Declarations =>
        _declarations.Values.OfType<ToolDeclaration>().OrderBy(declaration => declaration.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Reads a type.</summary>
    /// <returns>The type; null when it has no JSON, and <see cref="Problem"/> says why.</returns>
    public ToolType? ReadWhole(ITypeSymbol type)
    {
        Problem = null;
        return Read(type, "its type");
    }

    private ToolType? Read(ITypeSymbol type, string subject)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Read(nullable.TypeArguments[0], subject) is { } value ? value with { IsNullable = true } : null;
        }

        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType;
        var code = KnownTypes.CodeOf(type);
        if (type.TypeKind == TypeKind.Error)
        {
            const string remedy = "Types that PromptKit generates are not: take a type of your own, or the members that the tool needs.";
            return Fail(subject, type, "is not known when tools are compiled", remedy);
        }

        if (ScalarTypes.KindOf(type) is { } kind)
        {
            return new ToolScalar(kind, code, isNullable);
        }

        if (CollectionTypes.Find(type) is { } collection)
        {
            return ReadCollection(collection, code, isNullable, subject, type);
        }

        if (ScalarTypes.InsteadOf(type) is { } instead)
        {
            return Fail(subject, type, "is none that JSON has", instead);
        }

        // A list of one's own has members of its own too, but a model sees the list.
        if (!isInput && CollectionTypes.FindWritten(type) is { } written)
        {
            return ReadCollection(written, code, isNullable, subject, type);
        }

        return ReadNamed(type, code, isNullable, subject);
    }

    private ToolType? ReadCollection(
        (ToolCollection Collection, ITypeSymbol Item, bool IsMap) collection,
        string code,
        bool isNullable,
        string subject,
        ITypeSymbol type
    )
    {
        if (!collection.IsMap && collection.Item.SpecialType == SpecialType.System_Byte)
        {
            return Fail(subject, type, "would be a list of numbers", "Take a string of base64.");
        }

        if (Read(collection.Item, subject) is not { } item)
        {
            return null;
        }

        return collection.IsMap
            ? new ToolMap(item, collection.Collection, code, isNullable)
            : new ToolList(item, collection.Collection, code, isNullable);
    }

    private ToolNamed? ReadNamed(ITypeSymbol type, string code, bool isNullable, string subject)
    {
        if (type is not INamedTypeSymbol named)
        {
            return Fail(subject, type, "is none that JSON has", UserTypes.Remedy(type, isInput));
        }

        if (UserTypes.WhyNot(named, isInput, assembly) is { } reason)
        {
            return Fail(subject, type, reason, UserTypes.Remedy(type, isInput));
        }

        var name = NameOf(named, code);
        if (!_declarations.ContainsKey(code))
        {
            // There before it is read: it may hold itself.
            _declarations[code] = null;
            _declarations[code] = named.TypeKind == TypeKind.Enum ? ReadEnum(named, code, name) : ReadObject(named, code, name);
        }

        return Problem is null ? new ToolNamed(name, code, named.IsValueType, isNullable) : null;
    }

    private ToolEnum ReadEnum(INamedTypeSymbol type, string code, string name) =>
        new(name, code, DescriptionOf(type, Documentation.Of(type, cancellationToken)), ToolEnums.ValuesOf(type));

    private ToolObject? ReadObject(INamedTypeSymbol type, string code, string name)
    {
        var documentation = Documentation.Of(type, cancellationToken);
        var reader = new ToolMemberReader(
            isInput,
            (member, memberType) => Read(memberType, $"its member '{type.Name}.{member}' of type"),
            property => DescriptionOf(property, Documentation.Of(property, cancellationToken)) ?? documentation.Parameter(property.Name)
        );
        if (reader.Read(type) is not { } members)
        {
            Problem ??= reader.Problem;
            return null;
        }

        return new ToolObject(name, code, type.IsValueType, DescriptionOf(type, documentation), members);
    }

    private static string? DescriptionOf(ISymbol symbol, Documentation documentation) =>
        symbol.Attribute(KnownTypes.Description).Text() ?? documentation.Summary;

    private string NameOf(INamedTypeSymbol type, string code)
    {
        if (_names.TryGetValue(code, out var known))
        {
            return known;
        }

        var arguments = type.TypeArguments.Length == 0 ? "" : "Of" + string.Concat(type.TypeArguments.Select(argument => argument.Name));
        var basis = PascalCase.Of(type.Name + arguments);
        var name = basis;
        for (var number = 2; _names.ContainsValue(name); number++)
        {
            name = basis + number;
        }

        return _names[code] = name;
    }

    private ToolNamed? Fail(string subject, ITypeSymbol type, string reason, string remedy)
    {
        Problem ??= new ToolProblem($"{subject} '{KnownTypes.ShortNameOf(type)}' {reason}", remedy);
        return null;
    }
}
