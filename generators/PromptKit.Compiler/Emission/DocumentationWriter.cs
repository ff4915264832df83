namespace PromptKit.Compiler.Emission;

/// <summary>Writes documentation comments.</summary>
internal static class DocumentationWriter
{
    public static CodeWriter Summary(this CodeWriter writer, string text) => writer.Element("summary", CSharpText.Documentation(text));

    /// <summary>Writes an element whose content is XML already.</summary>
    public static CodeWriter Element(this CodeWriter writer, string name, string xml, string attributes = "")
    {
        var lines = xml.Trim('\n').Split('\n');
        if (lines.Length == 1)
        {
            return writer.Line($"/// <{name}{attributes}>{lines[0]}</{name}>");
        }

        writer.Line($"/// <{name}{attributes}>");
        foreach (var line in lines)
        {
            writer.Line(("/// " + line).TrimEnd());
        }

        return writer.Line($"/// </{name}>");
    }
}
