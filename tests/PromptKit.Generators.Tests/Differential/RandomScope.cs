namespace PromptKit.Generators.Tests.Differential;

/// <summary>The names that a random template can use at the point that is written.</summary>
internal sealed class RandomScope(Random random)
{
    private readonly List<(ValueKind Kind, string Name, bool IsLocal)> _names = [];

    /// <summary>How many names are known, for <see cref="Restore"/>.</summary>
    public int Count => _names.Count;

    public void Add(ValueKind kind, params IEnumerable<string> names) => _names.AddRange(names.Select(name => (kind, name, false)));

    public void AddLocal(ValueKind kind, string name) => _names.Add((kind, name, true));

    /// <summary>Forgets the names that were added since.</summary>
    public void Restore(int count) => _names.RemoveRange(count, _names.Count - count);

    public IEnumerable<string> Names(ValueKind kind) => _names.Where(known => known.Kind == kind).Select(known => known.Name);

    /// <summary>One of the names of a kind; null when there is none.</summary>
    public string? Find(ValueKind kind) => Choose([.. Names(kind)]);

    /// <summary>One of the locals of a kind; null when there is none.</summary>
    public string? FindLocal(ValueKind kind) =>
        Choose([.. _names.Where(known => known.Kind == kind && known.IsLocal).Select(known => known.Name)]);

    /// <summary>Whether a function is written in place, which sees no names with `$` but its argument.</summary>
    public bool IsFunction { get; set; }

    private string? Choose(string[] names)
    {
        if (IsFunction)
        {
            names = Array.FindAll(names, name => name[0] != '$' || name.StartsWith("$0", StringComparison.Ordinal));
        }

        return names.Length == 0 ? null : names[random.Next(names.Length)];
    }
}
