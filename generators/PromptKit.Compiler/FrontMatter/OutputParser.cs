using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Reads <c>output:</c>.</summary>
internal static class OutputParser
{
    private static readonly string[] Known = ["schema", "format", "retries"];
    private static readonly string[] Formats = ["text", "json", "enum", "array"];

    public static FrontMatterModel Parse(FrontMatterModel model, MapEntry entry, ValueReader values, DiagnosticBag diagnostics)
    {
        if (values.Map(entry) is not { } output)
        {
            return model with { OutputIsLost = true };
        }

        values.CheckKeys(output, "output", Known);
        var format = output.Entries.FirstOrDefault(member => member.Key.Value == "format");
        var retries = output.Entries.FirstOrDefault(member => member.Key.Value == "retries");
        return model with
        {
            OutputSchema = output["schema"],
            OutputFormat = format is null ? null : ParseFormat(values.String(format), diagnostics),
            OutputRetries = retries is null ? null : values.Count(retries, minimum: 0),
            OutputIsLost = output["schema"] is null && output.Entries.Any(member => !Known.Contains(member.Key.Value)),
        };
    }

    /// <summary>Checks that the format has the schema that it needs.</summary>
    public static void CheckFormat(FrontMatterModel model, DiagnosticBag diagnostics)
    {
        if (model.OutputFormat is not { } format || model.OutputIsLost)
        {
            return;
        }

        if (format.Value == "text" && model.OutputSchema is not null)
        {
            diagnostics.Add(FrontMatterRules.FormatNeedsSchema, format.Range, "text", "has no schema", "Remove the format or the schema.");
        }
        else if (format.Value is "enum" or "array" && model.OutputSchema is null)
        {
            diagnostics.Add(FrontMatterRules.FormatNeedsSchema, format.Range, format.Value, "needs a schema", "Add 'schema:' beside it.");
        }
    }

    private static Located<string>? ParseFormat(Located<string>? format, DiagnosticBag diagnostics)
    {
        if (format is not null && !Formats.Contains(format.Value))
        {
            diagnostics.Add(
                FrontMatterRules.OutOfRange,
                format.Range,
                "format",
                "one of " + string.Join(", ", Formats),
                $"'{format.Value}'"
            );
            return null;
        }

        return format;
    }
}
