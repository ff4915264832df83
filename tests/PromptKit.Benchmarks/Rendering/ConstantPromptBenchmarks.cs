using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Rendering;

/// <summary>A prompt that reads nothing allocates its message, list, options and preamble, and no text.</summary>
public class ConstantPromptBenchmarks
{
    [Benchmark(Baseline = true)]
    public Preamble ByHand() =>
        new(
            new List<ChatMessage>(1)
            {
                new(ChatRole.System, "You are a patient and precise support agent of a mail-order company. You never invent facts."),
            },
            new ChatOptions { Temperature = 0.2f }
        );

    [Benchmark]
    public Preamble PromptKit() => Prompts.Constant.Render();
}
