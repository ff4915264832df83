using System.ComponentModel;

namespace PromptKit.Outputs;

/// <summary>What came of reading a value leniently. For generated code: its shape may change with any version.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value; of no use when there are mismatches.</param>
/// <param name="Mismatches">What does not fit; empty when all does.</param>
/// <param name="Repairs">What was changed to make it fit; empty when nothing was.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct OutputReading<T>(T Value, IReadOnlyList<JsonMismatch> Mismatches, IReadOnlyList<OutputRepair> Repairs)
{
    /// <summary>Whether the value can be used.</summary>
    public bool Fits => Mismatches.Count == 0;
}
