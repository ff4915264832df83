namespace PromptKit.Conformance.Specification;

/// <summary>One test of a suite of dotprompt's specification, with what its suite says of all of its tests.</summary>
/// <param name="File">The name of the YAML file.</param>
/// <param name="Suite">The suite's name.</param>
/// <param name="Description">The test's description; it is unique in the suite.</param>
/// <param name="Template">The text of the prompt, in Handlebars.</param>
internal sealed record SpecCase(string File, string Suite, string Description, string Template)
{
    /// <summary>What the runner and its lists call the case.</summary>
    public string Name => $"{File}/{Suite}/{Description}";

    /// <summary>JSON Schemas by name, which the template's schemas may refer to.</summary>
    public JsonObject Schemas { get; init; } = [];

    /// <summary>Texts by name, which the template may include.</summary>
    public JsonObject Partials { get; init; } = [];

    /// <summary><c>input</c>, <c>messages</c> (the history) and <c>context</c>.</summary>
    public JsonObject Data { get; init; } = [];

    /// <summary>The data of all tests of the suite, this one's included: what the template's inputs can be.</summary>
    public IReadOnlyList<JsonObject> DataOfSuite { get; init; } = [];

    /// <summary>Front matter that the caller gives.</summary>
    public JsonObject Options { get; init; } = [];

    public JsonObject Expected { get; init; } = [];

    /// <summary>A key of the case or of its suite that the runner does not read, so cannot check; null when there is none.</summary>
    public string? UnknownKey { get; init; }

    public override string ToString() => Name;
}
