using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the class of a prompt.</summary>
internal static class PromptClassEmitter
{
    public static void Emit(CodeWriter writer, BoundPrompt prompt)
    {
        var names = prompt.Names;
        var input = names.Qualify(names.InputName);
        var interfaces = prompt.IsComplete ? $", {Names.ChatPreamble}" : "";
        PromptDocumentation.Write(writer, prompt);
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"public sealed partial class {names.ClassName} : {Names.Prompt}<{input}>{interfaces}"))
        {
            using (writer.Block($"private {names.ClassName}()")) { }
            writer.Line().Summary("The only instance: prompts hold no state.");
            writer.Line($"public static {names.Qualify(names.ClassName)} Instance {{ get; }} = new();");
            EmitFacts(writer, prompt);
            if (prompt.IsComplete)
            {
                EmitPreamble(writer, input);
            }

            writer.Line();
            RenderEmitter.Emit(writer, prompt, input);
        }
    }

    private static void EmitFacts(CodeWriter writer, BoundPrompt prompt)
    {
        EmitFact(writer, "public override string Name", prompt.Names.Key);
        EmitFact(writer, "public override string? Description", prompt.Description);
        EmitFact(writer, "public override string? ModelId", prompt.ModelId);
        EmitFact(writer, "public override string SourceHash", prompt.SourceHash);
        EmitFact(writer, "protected override string? InputSchemaJson", prompt.Input.JsonSchema);
        EmitFact(writer, "protected override string? OutputSchemaJson", prompt.Output?.JsonSchema);
        EmitFact(writer, "protected override string? OutputSchemaName", prompt.Output is null ? null : prompt.Names.WireName);
        EmitFact(writer, "protected override string? MetadataJson", prompt.MetadataJson);
    }

    // A property body and not a constant field, so that hot reload applies an edited prompt.
    private static void EmitFact(CodeWriter writer, string member, string? value)
    {
        if (value is not null)
        {
            writer.Line().Line("/// <inheritdoc/>").Line($"{member} => {CSharpText.Literal(value)};");
        }
    }

    private static void EmitPreamble(CodeWriter writer, string input)
    {
        writer.Line().Line("/// <inheritdoc/>").Line($"{Names.Prompt}? {Names.ChatPreamble}.Prompt => this;");
        writer.Line().Summary("Renders the prompt with an empty input.");
        writer.Element("returns", "A new preamble.");
        writer.Line($"public {Names.Preamble} Render() => Render(new {input}());");
    }
}
