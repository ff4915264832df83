using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a variant: a property of the main file's class, and a class of its own behind it.</summary>
internal static class VariantEmitter
{
    public static void Emit(CodeWriter writer, BoundPrompt prompt)
    {
        var names = prompt.Names;
        var (property, type) = (names.VariantMember!, names.Qualify(names.ClassName));
        using (writer.Block($"{names.Accessibility} partial class {names.ClassName}"))
        {
            PromptDocumentation.Write(writer, prompt);
            writer.Line($"public {type} {property} => {property}Variant.Instance;").Line();
            writer.Line(Names.GeneratedCode);
            using (writer.Block($"private sealed class {property}Variant : {type}"))
            {
                writer.Line($"internal static new {type} Instance {{ get; }} = new {property}Variant();").Line();
                writer.Line($"public override string? Variant => {CSharpText.Literal(names.Variant!)};");
                PromptClassEmitter.EmitFacts(writer, prompt);
                writer.Line();
                RenderEmitter.Emit(writer, prompt, names.Qualify(names.InputName));
            }
        }
    }
}
