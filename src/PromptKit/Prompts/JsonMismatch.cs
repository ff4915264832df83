namespace PromptKit;

/// <summary>A place where JSON does not fit a schema.</summary>
/// <param name="Path">Where: <c>customer.orders[2].id</c>; <c>$</c> for the whole value.</param>
/// <param name="Reason">What is wrong there.</param>
public sealed record JsonMismatch(string Path, string Reason)
{
    /// <summary>The path, then the reason.</summary>
    /// <returns>A sentence without its full stop.</returns>
    public override string ToString() => $"{Path} {Reason}";

    internal static string Describe(IReadOnlyList<JsonMismatch> mismatches) => string.Join("; ", mismatches) + ".";
}
