namespace PromptKit.Compiler.Binding.Partials;

/// <summary>Which partial includes which.</summary>
internal sealed class IncludeGraph
{
    private readonly Dictionary<PartialFile, List<PartialFile>> _included;
    private readonly Dictionary<PartialFile, IncludeSize> _sizes = [];

    public IncludeGraph(IReadOnlyCollection<PartialFile> files, Func<string, string, PartialFile?> find)
    {
        _included = files.ToDictionary(
            file => file,
            file => file.Includes.Select(include => find(file.Folder, include.Name)).OfType<PartialFile>().ToList()
        );
        Measure();
    }

    /// <summary>Null when a cycle can be reached from the partial.</summary>
    public IncludeSize? SizeOf(PartialFile file) => _sizes.TryGetValue(file, out var size) ? size : null;

    public IReadOnlyList<PartialFile>? FindWay(PartialFile from, PartialFile to)
    {
        var cameFrom = new Dictionary<PartialFile, PartialFile?> { [from] = null };
        var waiting = new Queue<PartialFile>([from]);
        while (waiting.Count > 0)
        {
            var file = waiting.Dequeue();
            if (file == to)
            {
                return WayTo(file, cameFrom);
            }

            foreach (var next in _included[file].Where(next => !cameFrom.ContainsKey(next)))
            {
                cameFrom[next] = file;
                waiting.Enqueue(next);
            }
        }

        return null;
    }

    // A file is measured when all that it includes is. Those that are left lead into a cycle.
    private void Measure()
    {
        var left = _included.Keys.ToList();
        for (var before = left.Count + 1; left.Count < before; )
        {
            before = left.Count;
            foreach (var file in left.Where(file => _included[file].TrueForAll(_sizes.ContainsKey)).ToList())
            {
                var own = IncludeSize.None with { Characters = file.Text.Content.Length };
                _sizes[file] = _included[file].Aggregate(own, (size, included) => size.With(_sizes[included]));
                left.Remove(file);
            }
        }
    }

    private static List<PartialFile> WayTo(PartialFile end, Dictionary<PartialFile, PartialFile?> cameFrom)
    {
        var way = new List<PartialFile>();
        for (var file = end; file is not null; file = cameFrom[file])
        {
            way.Insert(0, file);
        }

        return way;
    }
}
