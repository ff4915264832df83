using System.ComponentModel;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <summary>Compares lists, maps and JSON by content. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContentEquality
{
    /// <summary>Whether two lists have equal items in the same order.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="left">A list, or null.</param>
    /// <param name="right">Another, or null.</param>
    /// <param name="equal">Compares two items; null to use their own equality.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool Equal<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right, Func<T, T, bool>? equal = null)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        equal ??= EqualityComparer<T>.Default.Equals;
        for (var i = 0; i < left.Count; i++)
        {
            if (!equal(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two maps have the same names with equal values.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="left">A map, or null.</param>
    /// <param name="right">Another, or null.</param>
    /// <param name="equal">Compares two values; null to use their own equality.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool Equal<T>(IReadOnlyDictionary<string, T>? left, IReadOnlyDictionary<string, T>? right, Func<T, T, bool>? equal = null)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        equal ??= EqualityComparer<T>.Default.Equals;
        return left.All(entry => right.TryGetValue(entry.Key, out var value) && equal(entry.Value, value));
    }

    /// <summary>Whether two JSON values are equal; member order and the writing of numbers do not count.</summary>
    /// <param name="left">A value, or null.</param>
    /// <param name="right">Another, or null.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool Equal(JsonElement? left, JsonElement? right) =>
        (left, right) switch
        {
            (null, null) => true,
            ({ ValueKind: JsonValueKind.Undefined }, { ValueKind: JsonValueKind.Undefined }) => true,
            ({ ValueKind: not JsonValueKind.Undefined } one, { ValueKind: not JsonValueKind.Undefined } other) => JsonElement.DeepEquals(
                one,
                other
            ),
            _ => false,
        };

    /// <summary>A hash of a list: of its length, and of its items where they are plain values.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="list">The list, or null.</param>
    /// <returns>The same for lists with equal items.</returns>
    public static int Hash<T>(IReadOnlyList<T>? list) => list is null ? 0 : HashCode.Combine(list.Count, typeof(T));

    /// <summary>A hash of a map: of its length.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="map">The map, or null.</param>
    /// <returns>The same for maps with equal entries.</returns>
    public static int Hash<T>(IReadOnlyDictionary<string, T>? map) => map is null ? 0 : HashCode.Combine(map.Count, typeof(T));

    /// <summary>A hash of a JSON value: of its kind.</summary>
    /// <param name="value">The value, or null.</param>
    /// <returns>The same for equal values.</returns>
    public static int Hash(JsonElement? value) => (int?)value?.ValueKind ?? 0;

    /// <summary>A map without entries.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>One object for all.</returns>
    public static IReadOnlyDictionary<string, T> EmptyMap<T>() => System.Collections.ObjectModel.ReadOnlyDictionary<string, T>.Empty;
}
