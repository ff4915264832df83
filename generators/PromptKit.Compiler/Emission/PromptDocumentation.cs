using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>What an editor shows for a prompt: its description, its inputs, the first lines of its text.</summary>
internal static class PromptDocumentation
{
    public static void Write(CodeWriter writer, BoundPrompt prompt)
    {
        writer.Summary(prompt.Description ?? $"The prompt {prompt.Names.Key}.");
        var remarks = new List<string>();
        if (prompt.InputRecord.Members.Count > 0)
        {
            remarks.Add("<para>Input:</para>");
            remarks.AddRange(prompt.InputRecord.Members.Select(Describe));
        }

        if (prompt.Excerpt.Length > 0)
        {
            remarks.Add("<code>");
            remarks.AddRange(CSharpText.Documentation(prompt.Excerpt).Split('\n'));
            remarks.Add("</code>");
        }

        if (remarks.Count > 0)
        {
            writer.Element("remarks", string.Join("\n", remarks));
        }
    }

    private static string Describe(BoundMember member)
    {
        var description = member.Description is { } text ? ": " + CSharpText.Documentation(text).Replace('\n', ' ') : "";
        return $"<para><c>{member.Property}</c> ({CSharpText.Documentation(member.Type.ShortName + (member.IsNullable ? "?" : ""))}){description}</para>";
    }
}
