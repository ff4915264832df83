using BenchmarkDotNet.Running;
using PromptKit.Benchmarks;
using PromptKit.Benchmarks.Rendering;
using PromptKit.Benchmarks.Stores.Costs;

if (FirstRender.TryRun(args) || CostTable.TryRun(args) || TimeTable.TryRun(args))
{
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDefaults).Assembly).Run(args, new BenchmarkDefaults());
