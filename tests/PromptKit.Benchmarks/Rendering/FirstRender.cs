using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace PromptKit.Benchmarks.Rendering;

/// <summary>
/// The first rendering in a fresh process, where most of the time is the runtime's own: <c>first-render</c> starts a process for each
/// measurement, PromptKit and hand-written in turn, and prints the medians.
/// </summary>
internal static class FirstRender
{
    private const int Processes = 15;

    private static readonly Dictionary<string, Func<Preamble>> Renderings = new(StringComparer.Ordinal)
    {
        ["hand"] = () => HandWrittenOrderAgent.Render(OrderAgentData.Input),
        ["promptkit"] = () => Prompts.OrderAgent.Render(OrderAgentData.Input),
        ["hand-schema"] = () => HandWrittenClassifier("It is down."),
        ["promptkit-schema"] = () => Prompts.Classifier.Render(new ClassifierInput { Text = "It is down." }),
    };

    /// <returns>False when the arguments ask for something else.</returns>
    public static bool TryRun(string[] arguments)
    {
        switch (arguments)
        {
            case ["first-render"]:
                Compare("without an output schema", "hand", "promptkit");
                Compare("with an output schema", "hand-schema", "promptkit-schema");
                return true;
            case ["first-render", var name]:
                _ = OrderAgentData.Input;
                var start = Stopwatch.GetTimestamp();
                Renderings[name]();
                Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMicroseconds.ToString(CultureInfo.InvariantCulture));
                return true;
            default:
                return false;
        }
    }

    private static void Compare(string what, string hand, string promptKit)
    {
        var (byHand, ours) = (new List<double>(), new List<double>());
        for (var i = 0; i < Processes; i++)
        {
            byHand.Add(Measure(hand));
            ours.Add(Measure(promptKit));
        }

        var (one, other) = (Median(byHand), Median(ours));
        Console.WriteLine($"First render {what}: by hand {one:F0} µs, PromptKit {other:F0} µs, ratio {other / one:F2}");
    }

    private static double Measure(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["first-render", name])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Preamble HandWrittenClassifier(string text) =>
        new(
            [new ChatMessage(ChatRole.System, "Classify the customer's problem."), new ChatMessage(ChatRole.User, text)],
            new ChatOptions
            {
                ResponseFormat = ChatResponseFormat.ForJsonSchema(
                    System.Text.Json.JsonElement.Parse(
                        """{"type":"object","properties":{"category":{"enum":["network","billing","other"]},"urgency":{"type":"integer"}},"required":["category","urgency"],"additionalProperties":false}"""
                    ),
                    "classifier"
                ),
            }
        );
}
