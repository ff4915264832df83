using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Derives a prompt's names from its place in the project. Folders named <c>prompts</c>, in any case, drop out.</summary>
internal static class PromptNaming
{
    private const string RootClass = "Prompts";
    private const string Extension = ".prompt";

    public static PromptNames Name(string projectPath, string rootNamespace)
    {
        var segments = Segments(projectPath);
        var file = segments[segments.Count - 1];
        var name = file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? file.Substring(0, file.Length - Extension.Length) : file;
        var dot = name.IndexOf('.');
        var variant = dot > 0 ? name.Substring(dot + 1) : null;
        var folders = segments.Take(segments.Count - 1).Where(folder => !IsPromptsFolder(folder)).ToList();
        var containers = folders.Select(Identifier).Prepend(RootClass).ToEquatableArray();
        var property = Identifier(dot > 0 ? name.Substring(0, dot) : name);
        return new PromptNames(
            string.Join("/", folders.Append(name)),
            rootNamespace,
            containers,
            property,
            HintName(containers.Append(property), projectPath),
            variant,
            name.StartsWith("_", StringComparison.Ordinal)
        );
    }

    // A file from outside the project counts from the nearest folder named prompts, else alone.
    private static List<string> Segments(string projectPath)
    {
        var segments = projectPath.Replace('\\', '/').Split('/').Where(segment => segment is not ("" or ".")).ToList();
        var isOutside = segments.Contains("..") || projectPath.StartsWith("/", StringComparison.Ordinal) || projectPath.Contains(':');
        if (isOutside)
        {
            var root = segments.FindLastIndex(segments.Count - 1, IsPromptsFolder);
            segments = segments.Skip(root >= 0 ? root + 1 : segments.Count - 1).ToList();
        }

        return segments;
    }

    private static bool IsPromptsFolder(string folder) => folder.Equals("prompts", StringComparison.OrdinalIgnoreCase);

    private static string Identifier(string name) => PascalCase.Of(name) is { Length: > 0 } identifier ? identifier : "Prompt";

    // Readable, ASCII, and unique ignoring case whatever the file is called: a bad hint name would lose every prompt.
    private static string HintName(IEnumerable<string> path, string projectPath)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(projectPath));
        var digits = string.Concat(hash.Take(4).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
        var readable = new string(string.Join(".", path).Where(c => c < 128).ToArray());
        return $"{readable.Substring(0, Math.Min(readable.Length, 80))}.{digits}.g.cs";
    }
}
