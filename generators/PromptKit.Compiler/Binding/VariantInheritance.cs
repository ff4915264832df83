using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.FrontMatter;

namespace PromptKit.Compiler.Binding;

/// <summary>Gives a variant what it inherits from its main file, and refuses what it may not say itself.</summary>
internal static class VariantInheritance
{
    private static readonly string[] Own = ["description", "model", "config", "metadata", "toolChoice", "maxToolRounds"];

    public static FrontMatterModel Apply(FrontMatterModel variant, FrontMatterModel main, string mainFile, DiagnosticBag diagnostics)
    {
        foreach (
            var key in variant.Keys.Where(key =>
                !Own.Contains(key.Value) && key.Value is "name" or "tools" or "agents" or "input" or "output"
            )
        )
        {
            diagnostics.Add(FrontMatterRules.KeyOfMainFile, key.Range, key.Value, mainFile);
        }

        return main with
        {
            Name = null,
            Description = variant.Description ?? main.Description,
            ModelId = variant.ModelId ?? main.ModelId,
            Config = variant.Keys.Any(key => key.Value == "config") ? variant.Config : main.Config,
            Metadata = variant.Metadata.Count > 0 ? variant.Metadata : main.Metadata,
            ToolChoice = variant.ToolChoice ?? main.ToolChoice,
            MaxToolRounds = variant.MaxToolRounds ?? main.MaxToolRounds,
        };
    }
}
