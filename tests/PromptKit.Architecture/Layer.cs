namespace PromptKit.Architecture;

/// <summary>A row of DESIGN §7's table: a namespace and what its types must not use.</summary>
/// <param name="Namespace">The namespace, those below it included.</param>
/// <param name="Forbidden">Namespaces, by prefix, and full names of types.</param>
internal sealed record Layer(string Namespace, params IReadOnlyList<string> Forbidden)
{
    /// <summary>Types that may, each with its reason in the table.</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];
}
