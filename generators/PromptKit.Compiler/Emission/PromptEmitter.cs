using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the C# of one prompt: its property, its class, its types; of a variant, its part of the main file's class.</summary>
internal static class PromptEmitter
{
    public static string Emit(BoundPrompt prompt)
    {
        var writer = FileWriter.Begin($"{prompt.Names.Key}.prompt", prompt.Names.Namespace);
        if (prompt.StandIn is { } main)
        {
            EmitMain(writer, main);
            writer.Line();
        }

        if (prompt.Names.Variant is null)
        {
            EmitMain(writer, prompt);
        }
        else
        {
            // The class stands where the main file's types do.
            using (FileWriter.OpenContainers(writer, prompt.Names, IsInFolder(prompt) ? prompt.Names.Containers.Count : 0))
            {
                VariantEmitter.Emit(writer, prompt);
            }
        }

        return writer.ToString();
    }

    /// <summary>The types that JSON is read into, fully qualified.</summary>
    public static EquatableArray<string> TypesOf(BoundPrompt prompt) =>
        prompt.Names.Variant is not null ? default : Declarations(prompt).SelectMany(DeclarationEmitter.TypesOf).ToEquatableArray();

    // Root prompts' types stand beside the class Prompts, a folder's types inside the folder's class.
    private static void EmitMain(CodeWriter writer, BoundPrompt prompt)
    {
        using (FileWriter.OpenContainers(writer, prompt.Names, prompt.Names.Containers.Count))
        {
            var type = prompt.Names.Qualify(prompt.Names.ClassName);
            PromptDocumentation.Write(writer, prompt);
            writer.Line($"public static {type} {prompt.Names.Member} => {type}.Instance;");
            if (IsInFolder(prompt))
            {
                writer.Line();
                EmitTypes(writer, prompt);
            }
        }

        if (!IsInFolder(prompt))
        {
            writer.Line();
            EmitTypes(writer, prompt);
        }
    }

    private static bool IsInFolder(BoundPrompt prompt) => prompt.Names.Containers.Count > 1;

    private static void EmitTypes(CodeWriter writer, BoundPrompt prompt)
    {
        PromptClassEmitter.Emit(writer, prompt);
        var subject = $"the prompt <c>{CSharpText.Documentation(prompt.Names.Key)}</c>";
        var context = new EmissionContext(prompt.Names.Accessibility, subject, prompt.IsBroken, IsOutput: false);
        EmitDeclarations(writer, prompt.Input.Declarations, context);
        EmitDeclarations(writer, prompt.Output?.Declarations ?? default, context with { IsOutput = true });
    }

    private static void EmitDeclarations(CodeWriter writer, IEnumerable<BoundDeclaration> declarations, EmissionContext context)
    {
        foreach (var declaration in declarations)
        {
            writer.Line();
            DeclarationEmitter.Emit(writer, declaration, context);
        }
    }

    private static IEnumerable<BoundDeclaration> Declarations(BoundPrompt prompt) =>
        prompt.Input.Declarations.Concat(prompt.Output?.Declarations ?? default);
}
