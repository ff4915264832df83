namespace PromptKit.Benchmarks.Outputs;

/// <summary>The category of a <see cref="PlainCaseFile"/>.</summary>
internal enum PlainCategory
{
    Network,
    Billing,
    Account,
    Other,
}
