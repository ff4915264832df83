using System.Text.Json;
using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance.ScribanPairs;

/// <summary>The file of pairs: others wrote it, and it is no part of this repository.</summary>
internal static class ScribanCases
{
    public const string Absent = "PROMPTKIT_CONFORMANCE names no folder with scriban-pairs.json, so there is nothing to check against.";

    private static readonly Lazy<IReadOnlyList<ScribanCase>> Read = new(() => File is { } file ? [.. ReadAll(file)] : []);

    /// <summary>Empty when the environment names no file.</summary>
    public static IReadOnlyList<ScribanCase> All => Read.Value;

    /// <summary>The data that all templates are rendered with, as JSON.</summary>
    public static string Model { get; private set; } = "{}";

    private static string? File
    {
        get
        {
            var folder = SpecFolder.Path is { } path ? new DirectoryInfo(path) : null;
            return new[] { folder?.FullName, folder?.Parent?.FullName }
                .OfType<string>()
                .Select(place => Path.Combine(place, "scriban-pairs.json"))
                .FirstOrDefault(System.IO.File.Exists);
        }
    }

    private static IEnumerable<ScribanCase> ReadAll(string file)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(file));
        Model = document.RootElement.GetProperty("model").GetRawText();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in document.RootElement.GetProperty("cases").EnumerateArray().ToList())
        {
            var basis = $"{Text(entry, "set")}/{Text(entry, "name")}";
            var name = basis;
            for (var number = 2; !names.Add(name); number++)
            {
                name = $"{basis} ({number})";
            }

            yield return new ScribanCase(name, Text(entry, "kind"), Text(entry, "template"), Text(entry, "expected"));
        }
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;
}
