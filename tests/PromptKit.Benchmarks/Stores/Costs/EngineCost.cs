namespace PromptKit.Benchmarks.Stores.Costs;

/// <summary>What an engine was handed: commands, and their bytes with all their values.</summary>
internal readonly record struct EngineCost(double Commands, double Bytes)
{
    public static EngineCost operator -(EngineCost left, EngineCost right) => new(left.Commands - right.Commands, left.Bytes - right.Bytes);

    public static EngineCost operator /(EngineCost cost, int turns) => new(cost.Commands / turns, cost.Bytes / turns);
}
