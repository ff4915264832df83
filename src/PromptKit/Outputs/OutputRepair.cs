namespace PromptKit;

/// <summary>Something that was changed to make a model's answer fit its output.</summary>
/// <param name="Kind">What kind of change it was.</param>
/// <param name="Path">Where: <c>customer.orders[2].id</c>; <c>$</c> for the whole answer.</param>
/// <param name="Description">What was changed, for people; its wording may change.</param>
public sealed record OutputRepair(OutputRepairKind Kind, string Path, string Description)
{
    /// <summary>The path, then the change.</summary>
    /// <returns>A sentence without its full stop.</returns>
    public override string ToString() => $"{Path}: {Description}";
}
