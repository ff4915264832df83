namespace PromptKit.Outputs;

/// <summary>How well a value fits what was asked for. The greater one fits better.</summary>
/// <param name="Mismatches">How many mismatches it has.</param>
/// <param name="Matched">How many members were recognised.</param>
/// <param name="Unknown">How many were not.</param>
/// <param name="Repairs">How many repairs it took.</param>
internal readonly record struct AnswerScore(int Mismatches, int Matched, int Unknown, int Repairs)
{
    /// <returns>Greater than 0 when this one fits better.</returns>
    public int CompareWith(AnswerScore other)
    {
        var difference = (Mismatches == 0).CompareTo(other.Mismatches == 0);
        difference = difference == 0 ? Matched.CompareTo(other.Matched) : difference;
        difference = difference == 0 ? other.Mismatches.CompareTo(Mismatches) : difference;
        difference = difference == 0 ? other.Unknown.CompareTo(Unknown) : difference;
        return difference == 0 ? other.Repairs.CompareTo(Repairs) : difference;
    }
}
