using BenchmarkDotNet.Running;
using PromptKit.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDefaults).Assembly).Run(args, new BenchmarkDefaults());
