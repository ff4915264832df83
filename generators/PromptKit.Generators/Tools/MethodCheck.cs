using Microsoft.CodeAnalysis;

namespace PromptKit.Generators.Tools;

/// <summary>Whether generated code can call a method.</summary>
internal static class MethodCheck
{
    public static ToolProblem? WhyNot(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction ? new("it is a local function", "Make it a method of a class.")
        : method.TypeParameters.Length > 0 ? new("it has type parameters", "Write one method for each type.")
        : IsGeneric(method.ContainingType) ? new($"'{method.ContainingType.Name}' has type parameters", "Put it into a class without any.")
        : method.ContainingType.IsRefLikeType ? new($"'{method.ContainingType.Name}' is a ref struct", "Put it into a class.")
        : method is { IsStatic: true, IsAbstract: true } ? new("it has no body", "Put it into a class.")
        : method.ReturnsByRef || method.ReturnsByRefReadonly ? new("it returns a reference", "Return a value.")
        : method is { IsAsync: true, ReturnsVoid: true } ? new("nobody knows when an 'async void' is done", "Return a Task.")
        : !IsVisible(method) ? new("generated code cannot see it", "Make it, and the types around it, public or internal.")
        : null;

    private static bool IsVisible(IMethodSymbol method) =>
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && UserTypes.IsAccessible(method.ContainingType, method.ContainingAssembly);

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));
}
