using PromptKit.Compiler.Binding.Functions;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>What is known without a value. Scriban computes the value all the same, and fails where it cannot: of a list, not the items.</summary>
internal static class KnownResult
{
    /// <summary>A condition; a constant where nothing can fail.</summary>
    public static BoundExpression Of(bool isTrue, BoundExpression value)
    {
        if (!BoundTreeText.MayFail(value))
        {
            return ConstantFolding.Of(isTrue);
        }

        var isComputed = new IsComputedExpression(LazyLists.Later(value), ValueTypes.Boolean);
        return isTrue ? isComputed : new NotExpression(isComputed);
    }

    /// <summary>A result, behind the value where that may fail. A null alone stays alone: it has no type in C#.</summary>
    public static BoundExpression Of(BoundExpression result, BoundExpression value) =>
        result.Type is not BoundNull && BoundTreeText.MayFail(value)
            ? FunctionCall.Invoke("TemplateValues.After", result.Type, result.IsNullable, LazyLists.Later(value), result)
            : result;
}
