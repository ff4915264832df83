using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Generators.Tools;

/// <summary>Reads the parameters of a tool's method: what the model gives, and what is supplied.</summary>
/// <param name="types">Reads the types of what the model gives.</param>
/// <param name="documentation">The method's documentation comment.</param>
internal sealed class ToolParameterReader(ToolTypeReader types, Documentation documentation)
{
    /// <summary>What was wrong with the parameter that was read last; null when nothing was.</summary>
    public ToolProblem? Problem { get; private set; }

    public ToolParameter? Read(IParameterSymbol parameter)
    {
        Problem = null;
        if (parameter.RefKind != RefKind.None)
        {
            Problem = new ToolProblem("it is passed by reference", "Take it by value.");
            return null;
        }

        return ReadSupplied(parameter) ?? ReadGiven(parameter);
    }

    private ToolParameter? ReadGiven(IParameterSymbol parameter)
    {
        if (types.ReadWhole(parameter.Type) is not { } type)
        {
            Problem = types.Problem;
            return null;
        }

        return new ToolParameter(parameter.Name, Identifiers.Escape(parameter.Name), ToolSupply.Model)
        {
            Type = type,
            Default = Constants.DefaultOf(parameter, type),
            Description = parameter.Attribute(KnownTypes.Description).Text() ?? documentation.Parameter(parameter.Name),
        };
    }

    private static ToolParameter? ReadSupplied(IParameterSymbol parameter)
    {
        var type = parameter.Type;
        var supplied = new ToolParameter(parameter.Name, Identifiers.Escape(parameter.Name), ToolSupply.Service)
        {
            SuppliedCode = KnownTypes.CodeOf(type),
            IsOptional = parameter.HasExplicitDefaultValue || type.NullableAnnotation == NullableAnnotation.Annotated,
        };
        if (parameter.Attribute(KnownTypes.FromKeyedServices) is { } keyed)
        {
            return supplied with { Supply = ToolSupply.KeyedService, Key = Constants.KeyOf(keyed) };
        }

        return KnownTypes.NameOf(type) switch
        {
            "System.Threading.CancellationToken" => supplied with { Supply = ToolSupply.CancellationToken },
            "System.IServiceProvider" => supplied with { Supply = ToolSupply.Services },
            "Microsoft.Extensions.AI.AIFunctionArguments" => supplied with { Supply = ToolSupply.Arguments },
            "PromptKit.Session" => OfSession(supplied, (INamedTypeSymbol)type),
            _ => IsService(parameter) ? supplied : null,
        };
    }

    private static ToolParameter OfSession(ToolParameter supplied, INamedTypeSymbol type) =>
        type.TypeArguments is [var state]
            ? supplied with
            {
                Supply = ToolSupply.TypedSession,
                SuppliedCode = KnownTypes.CodeOf(state),
            }
            : supplied with
            {
                Supply = ToolSupply.Session,
            };

    // No interface or abstract class can be read from JSON, but for those of lists and maps. [FromServices] is ASP.NET Core's.
    private static bool IsService(IParameterSymbol parameter)
    {
        var isMarked = parameter
            .GetAttributes()
            .Any(attribute => attribute.AttributeClass?.Name is "ToolServiceAttribute" or "FromServicesAttribute");
        var type = parameter.Type;
        return isMarked
            || (
                type is { IsAbstract: true, TypeKind: TypeKind.Interface or TypeKind.Class }
                && CollectionTypes.Find(type) is null
                && ScalarTypes.InsteadOf(type) is null
                && !IsCollection(type)
            );
    }

    // `IEnumerable`, `IDictionary<int, T>`: meant as data, and to be told what to take instead.
    private static bool IsCollection(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
