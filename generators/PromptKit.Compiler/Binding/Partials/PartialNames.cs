using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>What partials are called, and which one a name means.</summary>
internal static class PartialNames
{
    /// <summary>A partial's name as seen from the prompts' root: <c>shared/tone</c> for <c>shared/_tone.prompt</c>.</summary>
    public static string NameOf(PromptNames names)
    {
        var folder = FolderOf(names.FileKey);
        var file = names.FileKey.Substring(folder.Length).TrimStart('/').Substring(1);
        return Join(folder, names.Variant is null ? file : $"{file}.{names.Variant}");
    }

    /// <summary>What stands before the last <c>/</c>; empty for the root.</summary>
    public static string FolderOf(string key) => key.Substring(0, Math.Max(0, key.LastIndexOf('/')));

    /// <summary>The names that <paramref name="name"/> may mean in a folder, the nearest first.</summary>
    public static IEnumerable<string> Candidates(string folder, string name)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
        {
            yield return Join(folder, name);
        }

        yield return name;
    }

    /// <summary>What to write in a folder to include any of the partials that it can reach.</summary>
    public static IEnumerable<string> Reachable(string folder, IEnumerable<string> names) =>
        names.Select(name => WithinReach(folder, name)).OfType<string>();

    /// <summary>The file of a partial: <c>shared/_tone.prompt</c>.</summary>
    public static string FileOf(string name)
    {
        var folder = FolderOf(name);
        return Join(folder, $"_{name.Substring(folder.Length).TrimStart('/')}.prompt");
    }

    private static string? WithinReach(string folder, string name)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
        {
            if (name.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                return name.Substring(folder.Length + 1);
            }
        }

        return name;
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
