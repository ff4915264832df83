using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>The partials that one file includes, directly or not. What is found out about one is kept.</summary>
internal sealed class PartialLibrary
{
    private readonly Dictionary<string, PartialFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<PartialFile, PartialCheck> _checks = [];
    private readonly Dictionary<PartialFile, PartialParameters> _parameters = [];
    private readonly IncludeGraph _graph;

    /// <param name="files">The partials.</param>
    /// <param name="names">The names of all partials of the project, for "did you mean"; empty unless one is missing.</param>
    /// <param name="schemas">What parameters refer to by name.</param>
    /// <param name="shared">The schemas of <c>_schemas.yaml</c> among them.</param>
    /// <param name="schemasClass">The class of their types.</param>
    public PartialLibrary(
        IEnumerable<PartialFile> files,
        EquatableArray<string> names,
        INamedSchemas schemas,
        EquatableArray<SchemaDefinition> shared,
        string schemasClass
    )
    {
        // Two of one name are an error at the files; the first is found.
        foreach (var file in files.Where(file => !_files.ContainsKey(file.Name)))
        {
            _files.Add(file.Name, file);
        }

        (Names, Schemas, Shared, SchemasClass) = (names, schemas, shared, schemasClass);
        _graph = new IncludeGraph(_files.Values, Find);
    }

    public EquatableArray<string> Names { get; }

    public INamedSchemas Schemas { get; }

    public EquatableArray<SchemaDefinition> Shared { get; }

    public string SchemasClass { get; }

    /// <summary>The nearest partial of a name, from a folder upwards.</summary>
    public PartialFile? Find(string folder, string name) =>
        PartialNames
            .Candidates(folder, name)
            .Select(candidate => _files.TryGetValue(candidate, out var file) ? file : null)
            .FirstOrDefault(file => file is not null);

    /// <summary>Whether the partial can be written out: it is parsed, ends, and is not too large.</summary>
    public bool CanExpand(PartialFile file) => file.Template is not null && _graph.SizeOf(file) is { IsTooLarge: false };

    /// <summary>How much text the partial becomes; null when it includes itself, or what does.</summary>
    public IncludeSize? SizeOf(PartialFile file) => _graph.SizeOf(file);

    /// <summary>The shortest way of includes from one partial to another, both among them; null when there is none.</summary>
    public IReadOnlyList<PartialFile>? FindWay(PartialFile from, PartialFile to) => _graph.FindWay(from, to);

    public PartialParameters ParametersOf(PartialFile file)
    {
        if (!_parameters.TryGetValue(file, out var parameters))
        {
            _parameters[file] = parameters = PartialParameters.Bind(file, this);
        }

        return parameters;
    }

    /// <summary>What is wrong with a partial whoever includes it.</summary>
    public PartialCheck Check(PartialFile file)
    {
        if (!_checks.TryGetValue(file, out var check))
        {
            _checks[file] = check = PartialCheck.Run(file, this);
        }

        return check;
    }
}
