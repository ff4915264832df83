using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the class of a prompt.</summary>
internal static class PromptClassEmitter
{
    public static void Emit(CodeWriter writer, BoundPrompt prompt)
    {
        var names = prompt.Names;
        var input = prompt.InputRecord.Type.Code;
        var typed = prompt.Output is { } output ? $"{output.Type.Code}, {PartialCode.ArgumentOf(output.Type)}" : null;
        var types = typed is null ? input : $"{input}, {typed}";
        var interfaces =
            !prompt.IsComplete ? ""
            : typed is null ? $", {Names.ChatPreamble}"
            : $", {Names.ChatPreamble}<{typed}>";

        // A variant derives from its main file's class: it has the same type. Nobody else can: the constructor is private.
        var modifier = prompt.Variants.Count == 0 ? "sealed " : "";
        writer.Summary(prompt.Description ?? $"The prompt {names.Key}.");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"{names.Accessibility} {modifier}partial class {names.ClassName} : {Names.Prompt}<{types}>{interfaces}"))
        {
            using (writer.Block($"private {names.ClassName}()")) { }
            writer.Line().Summary("The only instance: prompts hold no state.");
            writer.Line($"public static {names.Qualify(names.ClassName)} Instance {{ get; }} = new();");
            EmitFacts(writer, prompt);
            EmitInherited(writer, prompt);
            if (prompt.Output is { } schema)
            {
                EmitOutput(writer, schema, $"{Names.PromptOutput}<{typed}>");
            }

            if (prompt.IsComplete)
            {
                EmitPreamble(writer, input);
            }

            writer.Line();
            RenderEmitter.Emit(writer, prompt, input);
        }
    }

    /// <summary>What a variant may say otherwise than its main file.</summary>
    public static void EmitFacts(CodeWriter writer, BoundPrompt prompt)
    {
        EmitFact(writer, "public override string Name", Literal(prompt.Names.Key));
        EmitFact(writer, "public override string? Description", Literal(prompt.Description));
        EmitFact(writer, "public override string? ModelId", Literal(prompt.ModelId));
        EmitFact(writer, "public override string SourceHash", Literal(prompt.SourceHash));
        EmitFact(writer, "public override int? MaxToolRounds", prompt.MaxToolRounds?.ToString(CultureInfo.InvariantCulture));
        EmitFact(writer, "protected override string? MetadataJson", Literal(prompt.MetadataJson));
    }

    private static void EmitInherited(CodeWriter writer, BoundPrompt prompt)
    {
        EmitFact(writer, "protected override string? InputSchemaJson", Literal(prompt.Input.Json));
        EmitFact(writer, "protected override string? OutputSchemaJson", Literal(prompt.Output?.Json));
        EmitFact(writer, "protected override string? OutputSchemaName", prompt.Output is null ? null : Literal(prompt.Names.WireName));
        EmitFact(writer, "protected override string? OutputFormatJson", Literal(prompt.Output?.FormatJson));
        EmitFact(writer, "public override int OutputRetries", prompt.OutputRetries?.ToString(CultureInfo.InvariantCulture));
        EmitFact(writer, $"public override {Names.ReadOnlyList}<string> ToolNames", List(prompt.Tools));
        EmitFact(writer, $"public override {Names.ReadOnlyList}<string> AgentNames", List(prompt.Agents));
        EmitFact(
            writer,
            $"public override {Names.ReadOnlyList}<{Names.Prompt}> Variants",
            prompt.Variants.Count == 0 ? null : $"[{string.Join(", ", prompt.Variants)}]"
        );
        var read = prompt.Input.IsWrapped
            ? $"new {prompt.InputRecord.Type.Code} {{ {prompt.InputRecord.Members[0].Property} = {JsonCode.Read(prompt.InputRecord.Members[0].Type, "json")} }}"
            : $"{prompt.InputRecord.Type.Converter}.Read(json)";
        writer.Line().Line("/// <inheritdoc/>");
        writer.Line($"protected override {prompt.InputRecord.Type.Code} ReadInput({Names.JsonInput} json) => {read};");
    }

    private static void EmitOutput(CodeWriter writer, BoundSchema output, string type)
    {
        writer.Line().Line("/// <inheritdoc/>").Line($"public override {type} Output {{ get; }} =");
        var wrapped = output.IsWrapped ? ", isWrapped: true" : "";
        writer.Line($"    new({OutputCode.Function(output.Type)}, {PartialCode.Function(output.Type)}{wrapped});");
    }

    private static string? Literal(string? value) => value is null ? null : CSharpText.Literal(value);

    private static string? List(EquatableArray<string> names) =>
        names.Count == 0 ? null : $"[{string.Join(", ", names.Select(CSharpText.Literal))}]";

    // A property body and not a constant field, so that hot reload applies an edited prompt.
    private static void EmitFact(CodeWriter writer, string member, string? value)
    {
        if (value is not null)
        {
            writer.Line().Line("/// <inheritdoc/>").Line($"{member} => {value};");
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
