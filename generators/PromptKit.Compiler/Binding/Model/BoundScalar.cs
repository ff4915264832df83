using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Binding.Model;

internal sealed record BoundScalar(ScalarKind Kind) : BoundType(CodeOf(Kind))
{
    public override bool IsValueType => Kind is not (ScalarKind.String or ScalarKind.Uri or ScalarKind.Media or ScalarKind.Unknown);

    private static string CodeOf(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.String => "string",
            ScalarKind.Integer => "long",
            ScalarKind.Number => "double",
            ScalarKind.Boolean => "bool",
            ScalarKind.Any => "global::System.Text.Json.JsonElement",
            ScalarKind.Date => "global::System.DateOnly",
            ScalarKind.DateTime => "global::System.DateTimeOffset",
            ScalarKind.Time => "global::System.TimeOnly",
            ScalarKind.Uri => "global::System.Uri",
            ScalarKind.Guid => "global::System.Guid",
            ScalarKind.Media => "global::Microsoft.Extensions.AI.AIContent",
            // Takes whatever callers give it, so that they see no second error.
            _ => "object?",
        };
}
