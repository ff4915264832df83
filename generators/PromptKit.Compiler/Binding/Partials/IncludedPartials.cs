using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>Which partials of the project anyone includes.</summary>
/// <param name="Names">Their names.</param>
/// <param name="IsComplete">Whether it is known of every include which partial it means: a misspelt name may mean any.</param>
internal sealed record IncludedPartials(EquatableArray<string> Names, bool IsComplete)
{
    public static IncludedPartials Of(IEnumerable<string> partials, IReadOnlyCollection<FileIncludes> files)
    {
        var known = new HashSet<string>(partials, StringComparer.Ordinal);
        var included = files
            .SelectMany(file =>
                file.Names.Select(name => (string?)PartialNames.Candidates(file.Folder, name).FirstOrDefault(known.Contains))
            )
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToList();
        return new IncludedPartials(
            included.OfType<string>().ToEquatableArray(),
            !included.Contains(item: null) && files.All(file => file.IsRead)
        );
    }

    public bool MayInclude(string name) => !IsComplete || Names.Contains(name);
}
