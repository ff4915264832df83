using System.Globalization;
using BenchmarkDotNet.Attributes;
using DotLiquid;
using HandlebarsDotNet;
using Microsoft.Extensions.AI;
using Scriban.Runtime;
using Stubble.Core;
using Stubble.Core.Builders;

namespace PromptKit.Benchmarks.Rendering;

/// <summary>
/// A prompt of a realistic size, rendered to the same two messages by PromptKit, by C# written by hand, and by the usual engines with
/// their templates parsed, or compiled, beforehand.
/// </summary>
public class RenderBenchmarks
{
    private readonly Scriban.Template _scribanSystem = Scriban.Template.Parse(PeerTemplates.ScribanSystem);
    private readonly Scriban.Template _scribanUser = Scriban.Template.Parse(PeerTemplates.ScribanUser);
    private readonly StubbleVisitorRenderer _stubble = new StubbleBuilder().Build();
    private readonly Template _liquidSystem = Template.Parse(PeerTemplates.LiquidSystem);
    private readonly Template _liquidUser = Template.Parse(PeerTemplates.LiquidUser);
    private readonly ScriptObject _scribanModel = ToScriban(OrderAgentData.Model);
    private HandlebarsTemplate<object, object> _handlebarsSystem = null!;
    private HandlebarsTemplate<object, object> _handlebarsUser = null!;

    [GlobalSetup]
    public void Setup()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var handlebars = Handlebars.Create();
        handlebars.RegisterHelper("join", (writer, _, arguments) => writer.WriteSafeString(string.Join(", ", (string[])arguments[0]!)));
        _handlebarsSystem = handlebars.Compile(PeerTemplates.HandlebarsSystem);
        _handlebarsUser = handlebars.Compile(PeerTemplates.HandlebarsUser);
        CheckThatAllGiveTheSame();
    }

    [Benchmark(Baseline = true)]
    public Preamble ByHand() => HandWrittenOrderAgent.Render(OrderAgentData.Input);

    [Benchmark]
    public Preamble PromptKit() => Prompts.OrderAgent.Render(OrderAgentData.Input);

    [Benchmark]
    public Preamble HandlebarsCompiled() => Pair(_handlebarsSystem(OrderAgentData.Model), _handlebarsUser(OrderAgentData.Model));

    [Benchmark]
    public Preamble StubbleCached() =>
        Pair(
            _stubble.Render(PeerTemplates.StubbleSystem, OrderAgentData.Model),
            _stubble.Render(PeerTemplates.StubbleUser, OrderAgentData.Model)
        );

    [Benchmark]
    public Preamble ScribanParsed() => Pair(_scribanSystem.Render(_scribanModel), _scribanUser.Render(_scribanModel));

    [Benchmark]
    public Preamble DotLiquidParsed() =>
        Pair(
            _liquidSystem.Render(Hash.FromDictionary(OrderAgentData.Model), CultureInfo.InvariantCulture),
            _liquidUser.Render(Hash.FromDictionary(OrderAgentData.Model), CultureInfo.InvariantCulture)
        );

    private static Preamble Pair(string system, string user) =>
        new([new ChatMessage(ChatRole.System, system.Trim()), new ChatMessage(ChatRole.User, user.Trim())], new ChatOptions());

    private void CheckThatAllGiveTheSame()
    {
        var expected = ByHand().ToString();
        foreach (var render in new[] { PromptKit, HandlebarsCompiled, StubbleCached, ScribanParsed, DotLiquidParsed })
        {
            if (render().ToString() is var actual && actual != expected)
            {
                throw new InvalidOperationException($"{render.Method.Name} gives another text:\n{actual}\n--- instead of\n{expected}");
            }
        }
    }

    private static ScriptObject ToScriban(Dictionary<string, object> members)
    {
        var model = new ScriptObject();
        foreach (var (name, value) in members)
        {
            model[name] = value is Dictionary<string, object>[] items ? new ScriptArray(items.Select(ToScriban)) : value;
        }

        return model;
    }
}
