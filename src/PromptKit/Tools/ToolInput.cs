using System.ComponentModel;

namespace PromptKit.Tools;

/// <summary>Makes the collections that a tool's parameters ask for. For generated code: its shape may change with any version.</summary>
/// <remarks>A list that could not be read is null; it is noted then, and the tool does not run.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolInput
{
    /// <summary>An array.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The array.</returns>
    public static T[] ToArray<T>(IReadOnlyList<T>? items) => [.. items ?? []];

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The list.</returns>
    public static List<T> ToList<T>(IReadOnlyList<T>? items) => items as List<T> ?? [.. items ?? []];

    /// <summary>A dictionary.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="values">The values by name.</param>
    /// <returns>The dictionary.</returns>
    public static Dictionary<string, T> ToDictionary<T>(IReadOnlyDictionary<string, T>? values) =>
        values as Dictionary<string, T> ?? new Dictionary<string, T>(values ?? new Dictionary<string, T>(), StringComparer.Ordinal);
}
