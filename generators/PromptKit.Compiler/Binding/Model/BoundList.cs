namespace PromptKit.Compiler.Binding.Model;

internal sealed record BoundList(BoundType Item, bool AllowsNull)
    : BoundType($"global::System.Collections.Generic.IReadOnlyList<{(AllowsNull ? Item.NullableCode : Item.Code)}>");
