using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>The C# names of a record's members: PascalCase, with a trailing <c>_</c> where the name is taken.</summary>
internal sealed class MemberNames
{
    // Names that a record or its base declares, or that generated code adds.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal)
    {
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
        "MemberwiseClone",
        "Finalize",
        "Clone",
        "EqualityContract",
        "PrintMembers",
        "Deconstruct",
        "JsonTypeInfo",
        "ReadPartial",
        "Make",
    };

    public MemberNames(string typeName) => _taken.Add(typeName);

    public string Add(string jsonName)
    {
        var name = PascalCase.Of(jsonName) is { Length: > 0 } pascal ? pascal : "Value";
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
