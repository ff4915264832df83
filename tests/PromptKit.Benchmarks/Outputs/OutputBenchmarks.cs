using System.Text.Json;
using BenchmarkDotNet.Attributes;

namespace PromptKit.Benchmarks.Outputs;

/// <summary>Reading a model's answer into a record, beside System.Text.Json's source-generated reader of the same record.</summary>
public class OutputBenchmarks
{
    private string _clean = "";
    private string _fenced = "";
    private string _sloppy = "";

    /// <summary>Gets or sets how many orders the answer lists: 170 characters, and 80 for each.</summary>
    [Params(0, 3, 100)]
    public int Orders { get; set; }

    /// <summary>Makes the answers.</summary>
    [GlobalSetup]
    public void MakeAnswers()
    {
        _clean = CaseFileJson.Make(Orders);
        _fenced = $"Here you are:\n```json\n{_clean}\n```";
        _sloppy = _clean.Replace("\\\"", "", StringComparison.Ordinal).Replace('"', '\'').Replace("}", ",}", StringComparison.Ordinal);
    }

    /// <summary>The peer.</summary>
    /// <returns>The record.</returns>
    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => JsonSerializer.Deserialize(_clean, PlainJson.Default.PlainCaseFile);

    /// <summary>Clean JSON: at most 1.5 times the time of the peer, and 1.2 times the bytes.</summary>
    /// <returns>The record.</returns>
    [Benchmark]
    public object Clean() => Prompts.Outputs.CaseFile.Output.Read(_clean);

    /// <summary>Clean JSON in a fence.</summary>
    /// <returns>The record.</returns>
    [Benchmark]
    public object Fenced() => Prompts.Outputs.CaseFile.Output.Read(_fenced);

    /// <summary>Single quotes and trailing commas everywhere.</summary>
    /// <returns>The record.</returns>
    [Benchmark]
    public object Sloppy() => Prompts.Outputs.CaseFile.Output.Read(_sloppy);
}
