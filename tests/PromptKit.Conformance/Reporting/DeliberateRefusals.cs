using PromptKit.Conformance.Specification;

namespace PromptKit.Conformance.Reporting;

/// <summary>The cases that the reference accepts and that are errors here, by decision. One that passes after all is a failure.</summary>
internal static class DeliberateRefusals
{
    private const string OutOfRange =
        "'temperature: 3': the reference hands every config on; here a value that no provider takes is an error";

    private static readonly Dictionary<string, DeliberateRefusal> All = new(StringComparer.Ordinal)
    {
        ["metadata.yaml/raw/raw frontmatter is provided on top of parsed frontmatter"] = new(
            $"{OutOfRange}. 'custom': the reference drops keys that it does not know, typing mistakes with them; here one is an error.",
            "PK1020",
            "PK1025"
        ),
        ["metadata.yaml/ext/extension fields are parsed and added to 'ext'"] = new($"{OutOfRange}.", "PK1025"),
    };

    public static DeliberateRefusal? Find(SpecCase specCase) => All.GetValueOrDefault(specCase.Name);
}
