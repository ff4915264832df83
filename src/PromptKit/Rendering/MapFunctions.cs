using System.ComponentModel;

namespace PromptKit.Rendering;

/// <summary>The functions <c>object.*</c> of templates, of maps. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapFunctions
{
    /// <summary><c>object.has_key</c>.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">A key.</param>
    /// <returns>Whether the map has it.</returns>
    public static bool HasKey<T>(IReadOnlyDictionary<string, T> map, string key)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.ContainsKey(key);
    }

    /// <summary><c>object.has_value</c>.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">A key.</param>
    /// <returns>Whether the map has a value for it that is not null.</returns>
    public static bool HasValue<T>(IReadOnlyDictionary<string, T> map, string key)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.TryGetValue(key, out var value) && value is not null;
    }

    /// <summary><c>object.keys</c>.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <returns>Its keys, in its order.</returns>
    public static IReadOnlyList<string> Keys<T>(IReadOnlyDictionary<string, T> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return [.. map.Keys];
    }

    /// <summary><c>object.values</c>.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <returns>Its values, in its order.</returns>
    public static IReadOnlyList<T> Values<T>(IReadOnlyDictionary<string, T> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return [.. map.Values];
    }

    /// <summary><c>object.size</c>.</summary>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="map">The map.</param>
    /// <returns>How many entries it has.</returns>
    public static long Size<T>(IReadOnlyDictionary<string, T> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Count;
    }
}
