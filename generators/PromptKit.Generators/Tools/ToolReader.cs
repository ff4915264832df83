using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PromptKit.Compiler;
using PromptKit.Compiler.Binding;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Generators.Tools;

/// <summary>Reads <c>[PromptTool]</c> methods: symbols in, plain values out.</summary>
internal static class ToolReader
{
    public static bool IsMethod(SyntaxNode node, CancellationToken cancellationToken) =>
        node is MethodDeclarationSyntax or LocalFunctionStatementSyntax;

    public static ToolReading Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var symbol = (IMethodSymbol)context.TargetSymbol;
        var attribute = context.Attributes[0];
        var method = NameOf(symbol, attribute);
        return FailureBoundary.Run(
            context.TargetNode.SyntaxTree.FilePath,
            () => Read(symbol, attribute, method, cancellationToken),
            failure => new ToolReading(method with { IsBroken = true }, Places.Of(symbol), new EquatableArray<PromptDiagnostic>([failure]))
        );
    }

    private static ToolReading Read(IMethodSymbol symbol, AttributeData attribute, ToolMethod method, CancellationToken cancellationToken)
    {
        var namePlace = NamePlace(symbol, attribute, cancellationToken);
        var diagnostics = new List<PromptDiagnostic>();
        if (!ToolBinder.IsName(method.Name))
        {
            var suggestion = attribute.ConstructorArguments.Length == 0 ? "Give the attribute a name." : "Change the name.";
            diagnostics.Add(ToolCompiler.Make(ToolRules.BadName, namePlace, method.Name, suggestion));
        }

        if (MethodCheck.WhyNot(symbol) is { } problem)
        {
            var rule = ToolRules.CannotCall;
            diagnostics.Add(ToolCompiler.Make(rule, Places.Of(symbol), symbol.Name, problem.Cause, problem.Remedy));
        }
        else
        {
            method = ReadSignature(symbol, method, diagnostics, cancellationToken);
        }

        var isBroken = diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
        return new ToolReading(isBroken ? Broken(method) : method, namePlace, diagnostics.ToEquatableArray());
    }

    private static ToolMethod ReadSignature(
        IMethodSymbol symbol,
        ToolMethod method,
        List<PromptDiagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var documentation = Documentation.Of(symbol, cancellationToken);
        var inputTypes = new ToolTypeReader(isInput: true, symbol.ContainingAssembly, cancellationToken);
        var reader = new ToolParameterReader(inputTypes, documentation);
        var parameters = new List<ToolParameter>();
        foreach (var parameter in symbol.Parameters)
        {
            if (reader.Read(parameter) is { } read)
            {
                parameters.Add(read);
            }
            else
            {
                var (rule, problem) = (ToolRules.UnsupportedParameter, reader.Problem!);
                diagnostics.Add(ToolCompiler.Make(rule, Places.Of(parameter), parameter.Name, method.Name, problem.Cause, problem.Remedy));
            }
        }

        method = method with
        {
            Description = method.Description.Length > 0 ? method.Description : documentation.Summary ?? "",
            Parameters = parameters.ToEquatableArray(),
            InputTypes = inputTypes.Declarations,
        };
        var resultTypes = new ToolTypeReader(isInput: false, symbol.ContainingAssembly, cancellationToken);
        if (ToolReturnReader.Read(method, symbol.ReturnType, resultTypes) is { } complete)
        {
            return complete;
        }

        var returned = ToolRules.UnsupportedResult;
        var place = ReturnPlace(symbol, cancellationToken);
        diagnostics.Add(ToolCompiler.Make(returned, place, method.Name, resultTypes.Problem!.Cause, resultTypes.Problem.Remedy));
        return method;
    }

    private static ToolMethod NameOf(IMethodSymbol symbol, AttributeData attribute) =>
        new()
        {
            Name = attribute.Text() ?? ToolBinder.NameOf(symbol.Name),
            Target = KnownTypes.CodeOf(symbol.ContainingType),
            Method = Identifiers.Escape(symbol.Name),
            IsStatic = symbol.IsStatic,
            Description = Argument(attribute, "Description") as string ?? symbol.Attribute(KnownTypes.Description).Text() ?? "",
            RequiresApproval = Argument(attribute, "RequireApproval") is true,
        };

    // What is generated of it is there and throws.
    private static ToolMethod Broken(ToolMethod method) =>
        method with
        {
            IsBroken = true,
            IsStream = false,
            Parameters = default,
            InputTypes = default,
            ResultTypes = default,
            Result = null,
        };

    private static object? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static SourcePlace NamePlace(IMethodSymbol symbol, AttributeData attribute, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) switch
        {
            AttributeSyntax { ArgumentList.Arguments: [{ NameEquals: null, Expression: var name }, ..] } => Places.Of(name),
            AttributeSyntax { Name: var name } => Places.Of(name),
            _ => Places.Of(symbol),
        };

    private static SourcePlace ReturnPlace(IMethodSymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax method
            ? Places.Of(method.ReturnType)
            : Places.Of(symbol);
}
