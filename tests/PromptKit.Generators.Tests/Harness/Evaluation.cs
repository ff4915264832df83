using System.Reflection;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>Runs C# that uses a project's prompts, as a user would write it.</summary>
internal static class Evaluation
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using App;
        using Microsoft.Extensions.AI;
        using PromptKit;

        """;

    /// <summary>Compiles statements that end in a <c>return</c> with the project's prompts, and runs them.</summary>
    /// <returns>What they return, as text.</returns>
    public static string Evaluate(this TestProject project, string statements)
    {
        using var assembly = project
            .AddSource($"{Usings}static class Code {{ internal static object? Run() {{ {statements} }} }}")
            .Run()
            .Load();
        var run = assembly.Assembly.GetType("Code")!.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic)!;
        return Convert.ToString(run.Invoke(obj: null, parameters: null), System.Globalization.CultureInfo.InvariantCulture) ?? "null";
    }

    /// <summary>Evaluates one expression.</summary>
    public static string Value(this TestProject project, string expression) => project.Evaluate($"return {expression};");

    /// <summary>A prompt <c>x.prompt</c> with this front matter, whose inputs its body need not read.</summary>
    public static TestProject Prompt(string frontMatter, string body = "Hello\n") =>
        TestProject.With("x.prompt", $"---\n{frontMatter.ReplaceLineEndings("\n").Trim('\n')}\n---\n{body}").Silence("PK4104");
}
