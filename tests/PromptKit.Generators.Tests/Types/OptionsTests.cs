namespace PromptKit.Generators.Tests.Types;

/// <summary>DESIGN §3.2: what the front matter's keys become at run time.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("model: gpt-5-mini", "options.ModelId", "gpt-5-mini")]
    [InlineData("config: { temperature: 0.2 }", "options.Temperature", "0.2")]
    [InlineData("config: { topP: 0.9 }", "options.TopP", "0.9")]
    [InlineData("config: { topK: 40 }", "options.TopK", "40")]
    [InlineData("config: { maxOutputTokens: 800 }", "options.MaxOutputTokens", "800")]
    [InlineData("config: { frequencyPenalty: -1.5 }", "options.FrequencyPenalty", "-1.5")]
    [InlineData("config: { presencePenalty: 2 }", "options.PresencePenalty", "2")]
    [InlineData("config: { seed: -9223372036854775808 }", "options.Seed", "-9223372036854775808")]
    [InlineData("config: { stopSequences: ['a b', '\"'] }", "string.Join('|', options.StopSequences!)", "a b|\"")]
    [InlineData("config: { reasoningEffort: low }", "options.Reasoning!.Effort", "Low")]
    [InlineData("config: { allowMultipleToolCalls: true }", "options.AllowMultipleToolCalls", "True")]
    [InlineData("config: { allowMultipleToolCalls: false }", "options.AllowMultipleToolCalls", "False")]
    [InlineData("config: { additional: { user: me } }", "options.AdditionalProperties![\"user\"]", "me")]
    [InlineData("tools: [a?]\ntoolChoice: auto", "options.ToolMode == ChatToolMode.Auto", "True")]
    [InlineData("tools: [a?]\ntoolChoice: none", "options.ToolMode == ChatToolMode.None", "True")]
    [InlineData("tools: [a?]\ntoolChoice: required", "options.ToolMode == ChatToolMode.RequireAny", "True")]
    [InlineData("tools: [a?]\ntoolChoice: a", "((RequiredChatToolMode)options.ToolMode!).RequiredFunctionName", "a")]
    [InlineData("output: { format: json }", "options.ResponseFormat == ChatResponseFormat.Json", "True")]
    [InlineData("description: d", "options.ResponseFormat is null && options.ToolMode is null && options.Temperature is null", "True")]
    public void AKeySetsItsOption(string frontMatter, string expression, string expected) =>
        Assert.Equal(expected, Evaluation.Prompt(frontMatter).Evaluate($"var options = Prompts.X.Render().Options; return {expression};"));

    [Theory]
    [InlineData("metadata: { owner: support, tags: [a, 1, true, null] }", "Metadata[\"tags\"]", """["a",1,true,null]""")]
    [InlineData("my.flag: true", "Metadata[\"my.flag\"]", "True")]
    [InlineData("my.deep.map: { a: 1.50 }", "Metadata[\"my.deep.map\"].GetProperty(\"a\")", "1.5")]
    [InlineData("metadata: { a: 1 }\nb.c: x", "Metadata.Count", "2")]
    [InlineData("model: m", "Metadata.Count", "0")]
    [InlineData("tools: [a?, b?]", "ToolNames.Count", "2")]
    [InlineData("maxToolRounds: 3", "MaxToolRounds", "3")]
    [InlineData("output: { schema: { a: string }, retries: 2 }", "OutputRetries", "2")]
    [InlineData("description: What it is", "Description", "What it is")]
    [InlineData("model: m", "ModelId", "m")]
    public void AKeyIsReadableFromThePrompt(string frontMatter, string member, string expected) =>
        Assert.Equal(expected, Evaluation.Prompt(frontMatter).Value("Prompts.X." + member));

    [Fact]
    public void AllHoldsEveryPromptAndTryGetFindsEach() =>
        Assert.Equal(
            "a b/c b/c.short d|True True True False",
            TestProject
                .With("a.prompt", "A")
                .Add("prompts/b/c.prompt", "C")
                .Add("prompts/b/c.short.prompt", "S")
                .Add("d.prompt", "D")
                .Evaluate(
                    """
                    var names = string.Join(' ', Prompts.All.Select(prompt => prompt.Name));
                    var all = Prompts.All.All(prompt => Prompts.TryGet(prompt.Name, out var found) && ReferenceEquals(found, prompt));
                    var folder = Prompts.TryGet("b/c", out var c) && ReferenceEquals(c, Prompts.B.C);
                    var variant = Prompts.TryGet("b/c.short", out var s) && ReferenceEquals(s, Prompts.B.C.Short);
                    return $"{names}|{all} {folder} {variant} {Prompts.TryGet("B/C", out _)}";
                    """
                )
        );
}
