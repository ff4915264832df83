using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>Walks bound statements.</summary>
internal static class BoundTree
{
    /// <summary>The statements and all inside of them, in the order of the template.</summary>
    public static IEnumerable<BoundStatement> Flatten(IEnumerable<BoundStatement> statements) =>
        statements.SelectMany(statement => Flatten(Inner(statement)).Prepend(statement));

    private static IEnumerable<BoundStatement> Inner(BoundStatement statement) =>
        statement switch
        {
            BoundIf choice => choice.Then.Concat(choice.Else),
            BoundFor loop => loop.Body.Concat(loop.Else),
            BoundWhile loop => loop.Body,
            BoundCapture capture => capture.Body,
            BoundFunction function => function.Body,
            _ => [],
        };
}
