using BenchmarkDotNet.Running;
using PromptKit.Benchmarks;
using PromptKit.Benchmarks.Rendering;

if (FirstRender.TryRun(args))
{
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDefaults).Assembly).Run(args, new BenchmarkDefaults());
