using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Lists whose items Scriban computes when they are wanted, as <c>array.filter</c> and <c>array.each</c> give them: what their functions read
/// must be the same then, and a <c>break</c> does not end a loop over them.
/// </summary>
internal static class LazyLists
{
    public static bool IsLazy(BoundExpression value, TemplateLocals locals) => FunctionsOf(value, locals).Any();

    /// <summary>The C# locals that the functions behind a list read.</summary>
    public static IEnumerable<string> ReadBy(BoundExpression value, TemplateLocals locals) =>
        FunctionsOf(value, locals).OfType<LambdaExpression>().SelectMany(NamesIn).Distinct(StringComparer.Ordinal);

    /// <summary>A value that is kept: where its functions may fail, its items are computed when they are read, as Scriban does.</summary>
    public static BoundExpression Later(BoundExpression value) => BoundTreeText.MayFail(value) ? WhenRead(value) : value;

    /// <summary>Whether a list keeps its functions for later, but may fail in what they are given.</summary>
    public static bool HasLater(BoundExpression value) =>
        Later(value) is CallExpression { Method: "ListFunctions.MapLater" or "ListFunctions.FilterLater" };

    private static BoundExpression WhenRead(BoundExpression value) =>
        value switch
        {
            PresentExpression present => present with { Operand = WhenRead(present.Operand) },
            ChosenExpression chosen => chosen with { Then = WhenRead(chosen.Then), Else = WhenRead(chosen.Else) },
            OperationExpression { Operator: BoundOperator.Coalesce } either => either with
            {
                Left = WhenRead(either.Left),
                Right = WhenRead(either.Right),
            },
            CallExpression { Method: "ListFunctions.Map" or "ListFunctions.Filter" } call
                when call.Arguments[1] is LambdaExpression { IsWritten: true } function => call with
            {
                Method = call.Method + "Later",
                Arguments = new BoundExpression[] { WhenRead(call.Arguments[0]), function }.ToEquatableArray(),
            },
            _ => value,
        };

    private static IEnumerable<string> NamesIn(LambdaExpression function) =>
        BoundTreeText.NamesIn(function.Result).Where(name => name != function.Parameter);

    // The functions, and the locals that hold such lists.
    private static IEnumerable<BoundExpression> FunctionsOf(BoundExpression value, TemplateLocals locals) =>
        value switch
        {
            LambdaExpression { IsWritten: true } => [value],
            LocalExpression local => locals.FindByCode(local.Name) is { IsLazy: true } ? [local] : [],
            PresentExpression present => FunctionsOf(present.Operand, locals),
            SliceExpression { IsReversed: false } slice => FunctionsOf(slice.List, locals),
            JoinedListExpression joined => FunctionsOf(joined.Left, locals).Concat(FunctionsOf(joined.Right, locals)),
            ChosenExpression chosen => FunctionsOf(chosen.Then, locals).Concat(FunctionsOf(chosen.Else, locals)),
            OperationExpression { Operator: BoundOperator.Coalesce } either => FunctionsOf(either.Left, locals)
                .Concat(FunctionsOf(either.Right, locals)),
            // Sorting reads all items at once.
            CallExpression { Type: BoundList } call when !call.Method.StartsWith("ListFunctions.Sort", StringComparison.Ordinal) =>
                call.Arguments.SelectMany(argument => FunctionsOf(argument, locals)),
            _ => [],
        };
}
