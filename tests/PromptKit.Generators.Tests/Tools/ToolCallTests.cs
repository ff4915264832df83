namespace PromptKit.Generators.Tests.Tools;

/// <summary>What a compiled tool does with what a model gives it.</summary>
public sealed class ToolCallTests
{
    private const string Start = """
        #pragma warning disable CS1591, CS1573, CS1998
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using PromptKit;
        namespace App;

        """;

    [Theory]
    [InlineData("string value", "\"a\"", "\"a\"")]
    [InlineData("long value", "9007199254740993", "9007199254740993")]
    [InlineData("int value", "\"1,234\"", "1234")]
    [InlineData("short value", "-7", "-7")]
    [InlineData("byte value", "255", "255")]
    [InlineData("double value", "1.5", "1.5")]
    [InlineData("float value", "1.5", "1.5")]
    [InlineData("decimal value", "0.10", "0.10")]
    [InlineData("decimal value", "\"0.10\"", "0.10")]
    [InlineData("bool value", "\"yes\"", "true")]
    [InlineData("DateOnly value", "\"2026-03-09\"", "\"2026-03-09\"")]
    [InlineData("DateTimeOffset value", "\"2026-03-09T14:05:00+01:00\"", "\"2026-03-09T14:05:00+01:00\"")]
    [InlineData("DateTime value", "\"2026-03-09T14:05:00+01:00\"", "\"2026-03-09T13:05:00Z\"")]
    [InlineData("TimeOnly value", "\"14:05:00\"", "\"14:05:00\"")]
    [InlineData("Uri value", "\"https://a.example/b\"", "\"https://a.example/b\"")]
    [InlineData("Guid value", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("JsonElement value", """{"a":[1]}""", """{"a":[1]}""")]
    [InlineData("DayOfWeek value", "\"tuesday\"", "\"Tuesday\"", "public enum DayOfWeek { Monday, Tuesday }")]
    [InlineData("int? value", "null", "null")]
    [InlineData("int? value", "3", "3")]
    [InlineData("string? value", "null", "null")]
    [InlineData("bool? value = true", "null", "null")]
    [InlineData("IReadOnlyList<int> value", "[1,2]", "[1,2]")]
    [InlineData("IReadOnlyList<int> value", "1", "[1]")]
    [InlineData("List<string?> value", "[\"a\",null]", "[\"a\",null]")]
    [InlineData("int?[] value", "[1,null]", "[1,null]")]
    [InlineData("IEnumerable<Guid> value", "[]", "[]")]
    [InlineData("IReadOnlyDictionary<string, int> value", """{"a":1}""", """{"a":1}""")]
    [InlineData("Dictionary<string, List<bool>> value", """{"a":[true]}""", """{"a":[true]}""")]
    [InlineData("P value", """{"x":1,"y":"b"}""", """{"x":1,"y":"b"}""", "public record P(int X, string Y);")]
    [InlineData("P value", """{"x":1}""", """{"x":1,"y":"z"}""", "public record P(int X, string Y = \"z\");")]
    [InlineData("P value", """{"X":1}""", """{"x":1}""", "public readonly record struct P(int X);")]
    [InlineData("P? value", "null", "null", "public readonly record struct P(int X);")]
    [InlineData("P[] value", """[{"x":1}]""", """[{"x":1}]""", "public class P { public int X { get; set; } }")]
    [InlineData("P value", "{}", """{"x":5}""", "public class P { public int X { get; set; } = 5; }")]
    [InlineData("P value", """{"x":null}""", """{"x":5}""", "public class P { public int X { get; set; } = 5; }")]
    [InlineData("P value", """{"x":null}""", """{"x":null}""", "public class P { public int? X { get; set; } = 5; }")]
    [InlineData(
        "P value",
        """{"x":2}""",
        """{"x":2,"twice":4}""",
        "public class P { public required int X { get; init; } public int Twice => 2 * X; }"
    )]
    [InlineData(
        "P value",
        """{"a_b":2}""",
        """{"a_b":2}""",
        "public class P { [JsonPropertyName(\"a_b\")] public int X { get; set; } [JsonIgnore] public object? Y { get; set; } }"
    )]
    [InlineData(
        "P value",
        """{"name":"a","inner":[{"name":"b"}]}""",
        """{"name":"a","inner":[{"name":"b","inner":null}]}""",
        "public record P(string Name, IReadOnlyList<P>? Inner = null);"
    )]
    [InlineData(
        "P value",
        """{"x":2,"y":"a"}""",
        """{"y":"a","x":2}""",
        "public abstract class B { public string? Y { get; set; } } public class P : B { public int X { get; set; } }"
    )]
    [InlineData("E value", "\"in_transit\"", "\"in_transit\"", "public enum E { A, [JsonStringEnumMemberName(\"in_transit\")] Moving }")]
    [InlineData("C<int> value", """{"item":2}""", """{"item":2}""", "public record C<T>(T Item);")]
    [InlineData(
        "P value",
        """{"event":"a","class":1,"json":true,"read":2,"cursor":3}""",
        """{"event":"a","class":1,"json":true,"read":2,"cursor":3}""",
        "public record P(string @event, int @class, bool json, int read, int Cursor);"
    )]
    public void AnArgumentIsReadAndAResultIsWritten(string parameter, string json, string expected, string types = "")
    {
        var type = parameter.Split(" value")[0];
        var tool = $"public static class T {{ [PromptTool] public static {type} Echo({parameter}) => value; }}";

        Assert.Equal(expected, Call(types + tool, "Echo", $$"""{"value":{{json}}}"""));
    }

    [Theory]
    [InlineData("int a = 3", "{}", "3")]
    [InlineData("long a = long.MinValue", "{}", "-9223372036854775808")]
    [InlineData("string a = \"x\\\"y\"", "{}", "x\"y")]
    [InlineData("double a = double.NaN", "{}", "NaN")]
    [InlineData("float a = 1.5f", "{}", "1.5")]
    [InlineData("decimal a = 1.50m", "{}", "1.50")]
    [InlineData("bool a = true", "{}", "True")]
    [InlineData("DayOfWeek a = DayOfWeek.Tuesday", "{}", "Tuesday")]
    [InlineData("DayOfWeek? a = DayOfWeek.Tuesday", "{}", "Tuesday")]
    [InlineData("Guid a = default", "{}", "00000000-0000-0000-0000-000000000000")]
    [InlineData("int? a = null", "{}", "")]
    [InlineData("int? a", "{}", "")]
    [InlineData("string? a", "{}", "")]
    [InlineData("int a = 3", """{"a":null}""", "3")]
    [InlineData("params string[] a", """{"a":["x"]}""", "System.String[]")]
    [InlineData("string @class = \"c\", int a = 1", """{"a":2}""", "2")]
    public void WhatIsNotGivenIsTheDefault(string parameters, string json, string expected) =>
        Assert.Equal(
            JsonSerializer(expected),
            Call(
                "public enum DayOfWeek { Monday, Tuesday } public static class T { [PromptTool] public static string Echo("
                    + $"{parameters}) => System.FormattableString.Invariant($\"{{a}}\"); }}",
                "Echo",
                json
            )
        );

    [Theory]
    [InlineData("void Do()", "", "null object")]
    [InlineData("async Task Do()", "await Task.Yield();", "null object")]
    [InlineData("ValueTask Do()", "return default;", "null object")]
    [InlineData("Task<int> Do()", "return Task.FromResult(1);", "1")]
    [InlineData("ValueTask<string?> Do()", "return new((string?)null);", "null")]
    [InlineData("async IAsyncEnumerable<int> Do()", "yield return 1; await Task.Yield(); yield return 2;", "[1,2]")]
    [InlineData("IEnumerable<int> Do()", "yield return 1;", "[1]")]
    [InlineData("HashSet<string> Do()", "return [\"a\"];", "[\"a\"]")]
    [InlineData("SortedDictionary<string, double> Do()", "return new() { [\"a\"] = double.NaN };", "{\"a\":\"NaN\"}")]
    public void EveryKindOfMethodIsCalled(string signature, string body, string expected) =>
        Assert.Equal(expected, Call($"public static class T {{ [PromptTool] public static {signature} {{ {body} }} }}", "Do", "{}"));

    [Fact]
    public void EverythingThatDoesNotFitGoesBackToTheModel_AndTheMethodDoesNotRun()
    {
        const string tool = """
            public record Item(string Sku, int Count) { public int Positive { get; } = Count > 0 ? Count : throw new ArgumentException("no"); }
            public enum Size { Small, Large }
            public static class T
            {
                [PromptTool("pack")]
                public static string Pack(string name, Size size, byte boxes, IReadOnlyList<Item> items) => throw new InvalidOperationException();
            }
            """;

        var answer = Call(tool, "Pack", """{"size":"huge","boxes":300,"items":[{"sku":"a"},{"sku":"b","count":"few"}]}""");

        Assert.StartsWith("\"Error: The arguments do not fit the tool 'pack', and it did not run: ", answer, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "name is missing",
                "size must be one of Small, Large",
                "boxes must be from 0 to 255",
                "items[0].count is missing",
                "items[1].count must be",
            }
        )
        {
            Assert.Contains(path, answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ArgumentsThatAreNoJsonElementsAreReadToo() =>
        Assert.Equal(
            "\"a 1 x,y\"",
            Evaluate(
                "public static class T { [PromptTool] public static string Join(string a, int b, List<string> c) => $\"{a} {b} {string.Join(',', c)}\"; }",
                "Prompts.Tools.Join.InvokeAsync(new AIFunctionArguments { [\"a\"] = \"a\", [\"b\"] = 1, [\"c\"] = new[] { \"x\", \"y\" } })"
            )
        );

    [Fact]
    public void WhatIsSuppliedIsHiddenFromTheModel()
    {
        const string tool = """
            public interface IStore { string Name { get; } }
            public sealed class Store : IStore { public string Name => "store"; }
            public sealed class Box { public string Name { get; set; } = "box"; }
            public sealed class T(IStore own)
            {
                [PromptTool]
                public string Tell(string a, IStore store, [ToolService] Box box, [FromKeyedServices("k")] IStore keyed, IServiceProvider services,
                    IFormatProvider? absent, AIFunctionArguments arguments, Session? session, CancellationToken cancellationToken) =>
                    $"{a} {own.Name} {store.Name} {box.Name} {keyed.Name} {services is not null} {absent is null} {arguments.Count} {session is null}";
            }
            public sealed class Services : IServiceProvider, IKeyedServiceProvider
            {
                public object? GetService(Type type) => type == typeof(IStore) ? new Store() : type == typeof(Box) ? new Box() : type == typeof(T) ? new T(new Store()) : null;
                public object? GetKeyedService(Type type, object? key) => "k".Equals(key) ? new Store() : null;
                public object GetRequiredKeyedService(Type type, object? key) => GetKeyedService(type, key)!;
            }
            """;

        Assert.Equal(
            "\"x store store box store True True 1 True\"",
            Evaluate(tool, "Prompts.Tools.Tell.InvokeAsync(new AIFunctionArguments { [\"a\"] = \"x\", Services = new Services() })")
        );
        Assert.Equal(
            """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""",
            Evaluate(tool, "new ValueTask<object?>(Prompts.Tools.Tell.JsonSchema)")
        );
    }

    [Fact]
    public void AToolOutsideOfASessionSaysThatItNeedsOne()
    {
        const string tool = "public static class T { [PromptTool] public static string Id(Session session) => session.Id; }";

        var exception = Assert.ThrowsAny<Exception>(() => Call(tool, "Id", "{}"));

        Assert.Contains("The tool 'id' needs a session", exception.ToString(), StringComparison.Ordinal);
    }

    private static string JsonSerializer(string text) => System.Text.Json.JsonSerializer.Serialize(text, s_relaxed);

    // As a model gets it.
    private static readonly System.Text.Json.JsonSerializerOptions s_relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Call(string code, string tool, string json) =>
        Evaluate(
            code,
            $"Prompts.Tools.{tool}.InvokeAsync(new AIFunctionArguments(JsonElement.Parse({SymbolText(json)}).EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value)))"
        );

    private static string SymbolText(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    // Compiled without a warning, then run.
    private static string Evaluate(string code, string call)
    {
        using var assembly = new TestProject()
            .AddSource(
                Start
                    + code
                    + $"static class Code {{ internal static async Task<string> Run() => await {call} is {{ }} result ? ((JsonElement)result).GetRawText() : \"null object\"; }}"
            )
            .Run()
            .Load();
        var run = assembly
            .Assembly.GetType("App.Code")!
            .GetMethod("Run", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        return ((Task<string>)run.Invoke(obj: null, parameters: null)!).GetAwaiter().GetResult();
    }
}
