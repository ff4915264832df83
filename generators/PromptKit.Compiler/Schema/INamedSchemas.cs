using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Schema;

/// <summary>The schemas that others refer to by name.</summary>
internal interface INamedSchemas
{
    IEnumerable<string> Names { get; }

    /// <summary>Whether the file that names them could not be read in full: any name may then be right.</summary>
    bool IsIncomplete { get; }

    /// <returns>Null when there is none of that name.</returns>
    SchemaDefinition? Find(string name);
}
