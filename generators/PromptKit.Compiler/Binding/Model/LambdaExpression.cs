namespace PromptKit.Compiler.Binding.Model;

/// <summary>A function of one argument. Its type is that of its result.</summary>
/// <param name="Parameter">The argument's local.</param>
/// <param name="Result">What it gives.</param>
internal sealed record LambdaExpression(string Parameter, BoundExpression Result) : BoundExpression(Result.Type, IsNullable: false)
{
    /// <summary>Whether the template itself holds it, written in place or by its name.</summary>
    public bool IsWritten { get; init; }
}
