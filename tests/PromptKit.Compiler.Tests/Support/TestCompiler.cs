namespace PromptKit.Compiler.Tests.Support;

/// <summary>Compiles prompts from memory, under a path that is the same on every machine.</summary>
internal static class TestCompiler
{
    public const string Namespace = "App";

    public static CompiledPrompt Compile(string content, string projectPath = "test.prompt") =>
        PromptCompiler.Compile(new PromptSource("/app/" + projectPath, projectPath, content, new ProjectSettings(Namespace)));
}
