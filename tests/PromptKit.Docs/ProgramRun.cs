using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;

namespace PromptKit.Docs;

/// <summary>Runs a compiled program in this process.</summary>
internal static class ProgramRun
{
    /// <returns>What it printed, with <c>\n</c>.</returns>
    public static string Run(CSharpCompilation compilation)
    {
        using var bytes = new MemoryStream();
        Assert.True(compilation.Emit(bytes, cancellationToken: TestContext.Current.CancellationToken).Success);
        bytes.Position = 0;
        var context = new AssemblyLoadContext(nameof(ProgramRun), isCollectible: true);
        var (console, output) = (Console.Out, new StringWriter());
        try
        {
            Console.SetOut(output);
            var main = context.LoadFromStream(bytes).EntryPoint!;
            main.Invoke(obj: null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(console);
            context.Unload();
        }

        return output.ToString().ReplaceLineEndings("\n");
    }
}
