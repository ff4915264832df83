namespace PromptKit.Outputs;

/// <summary>The entries of a map that is being written. Of several with one name the first counts, until the map is complete.</summary>
internal sealed class PartialEntries<T>
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public List<KeyValuePair<string, T>> All { get; } = [];

    public void Add(string name, T value)
    {
        if (_places.TryAdd(name, All.Count))
        {
            All.Add(new(name, value));
        }
    }

    /// <summary>The place of a name; -1 when it is not there.</summary>
    public int Find(string name) => _places.GetValueOrDefault(name, -1);
}
