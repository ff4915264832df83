using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Derives a prompt's names from its place in the project. Folders named <c>prompts</c>, in any case, drop out.</summary>
internal static class PromptNaming
{
    private const string Extension = ".prompt";
    private const int LongestReadableHint = 80;

    /// <param name="source">The file.</param>
    /// <param name="name">The front matter's <c>name:</c>, which replaces the last segment; null when it has none.</param>
    public static PromptNames Name(PromptSource source, string? name)
    {
        var segments = Segments(source);
        var file = segments[segments.Count - 1];
        var fileName = file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? file.Substring(0, file.Length - Extension.Length)
            : file;
        var dot = fileName.IndexOf('.');
        var (main, variant) = dot > 0 ? (fileName.Substring(0, dot), fileName.Substring(dot + 1)) : (fileName, null);
        main = variant is null ? name ?? main : main;
        var folders = segments.Take(segments.Count - 1).Where(folder => !IsPromptsFolder(folder)).ToList();
        var fileKey = string.Join("/", folders.Append(dot > 0 ? fileName.Substring(0, dot) : fileName));
        var mainKey = string.Join("/", folders.Append(main));
        var containers = folders.Select(Identifier).Prepend(source.Project.ClassName).ToEquatableArray();
        return new PromptNames(
            variant is null ? mainKey : $"{mainKey}.{variant}",
            mainKey,
            fileKey,
            source.Project.Namespace,
            source.Project.Accessibility,
            containers,
            Identifier(main),
            HintName(containers.Append(Identifier(fileName)), source.ProjectPath),
            variant,
            fileName.StartsWith("_", StringComparison.Ordinal)
        );
    }

    /// <summary>Readable, ASCII, and unique ignoring case whatever the file is called: a bad hint name would lose every prompt.</summary>
    public static string HintName(IEnumerable<string> path, string projectPath)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(projectPath));
        var digits = string.Concat(hash.Take(4).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
        var readable = new string(string.Join(".", path).Where(c => c < 128 && (char.IsLetterOrDigit(c) || c is '.' or '_')).ToArray());
        return $"{readable.Substring(0, Math.Min(readable.Length, LongestReadableHint))}.{digits}.g.cs";
    }

    private static List<string> Segments(PromptSource source)
    {
        var segments = Split(source.ProjectPath);
        var root = source.Root is null ? [] : Split(source.Root);
        if (
            root.Count > 0
            && segments.Count > root.Count
            && segments.Take(root.Count).SequenceEqual(root, StringComparer.OrdinalIgnoreCase)
        )
        {
            return segments.Skip(root.Count).ToList();
        }

        // A file from outside the project counts from the nearest folder named prompts, else alone.
        var isOutside =
            segments.Contains("..") || source.ProjectPath.StartsWith("/", StringComparison.Ordinal) || source.ProjectPath.Contains(":");
        if (isOutside)
        {
            var nearest = segments.FindLastIndex(segments.Count - 1, IsPromptsFolder);
            segments = segments.Skip(nearest >= 0 ? nearest + 1 : segments.Count - 1).ToList();
        }

        return segments;
    }

    private static List<string> Split(string path) =>
        path.Replace('\\', '/').Split('/').Where(segment => segment is not ("" or ".")).ToList();

    private static bool IsPromptsFolder(string folder) => folder.Equals("prompts", StringComparison.OrdinalIgnoreCase);

    private static string Identifier(string name) => PascalCase.Of(name) is { Length: > 0 } identifier ? identifier : "Prompt";
}
