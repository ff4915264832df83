namespace PromptKit.Compiler.Templates;

/// <summary>Scriban's messages, ended like ours.</summary>
internal static class ScribanMessages
{
    public static string Explain(string message)
    {
        var clean = message.Trim();
        return clean.EndsWith(".", StringComparison.Ordinal) ? clean : clean + ".";
    }
}
