namespace PromptKit;

/// <summary>How a prompt's answers are read, whatever their type is.</summary>
public abstract class PromptOutput
{
    private protected PromptOutput() { }

    /// <summary>What keeps an answer from being read; empty when it can be.</summary>
    internal abstract IReadOnlyList<JsonMismatch> Check(string text, bool isStrict);

    /// <summary>What is changed to read an answer.</summary>
    internal abstract IReadOnlyList<OutputRepair> RepairsOf(string text);

    // With StrictOutput, what had to be repaired does not fit.
    private protected static IReadOnlyList<JsonMismatch> Forbid(IEnumerable<OutputRepair> repairs) =>
        [.. repairs.Select(repair => new JsonMismatch(repair.Path, $"is not right as it is: {repair.Description}"))];
}
