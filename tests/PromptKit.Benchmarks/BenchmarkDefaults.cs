using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace PromptKit.Benchmarks;

/// <summary>What all benchmarks here have in common: they run in this process, and say what they allocate.</summary>
internal sealed class BenchmarkDefaults : ManualConfig
{
    public BenchmarkDefaults()
    {
        // Enough for the peers on long histories too.
        var timeout = TimeSpan.FromMinutes(30);

        // In this process: the project that BenchmarkDotNet would generate, and build, gets the house rules of this repository as well.
        AddJob(Job.Default.WithToolchain(new InProcessEmitToolchain(timeout, logOutput: true)));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddLogger(ConsoleLogger.Default);
        AddExporter(MarkdownExporter.GitHub);
        WithOptions(ConfigOptions.JoinSummary);
        HideColumns("Job", "Toolchain", "InvocationCount", "UnrollFactor", "Error", "RatioSD", "Alloc Ratio");
    }
}
