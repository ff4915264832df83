using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>array.*</c> of templates: what Scriban's give, typed. For generated code: its shape may change with any version. The
/// members are named as the functions are; Scriban documents them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ListFunctions
{
    private const int MostItems = 1_000_000;

    /// <summary><c>array.add</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">Another item.</param>
    /// <returns>The list with that item at its end.</returns>
    public static IReadOnlyList<T> Add<T>(IReadOnlyList<T> list, T value) => [.. list, value];

    /// <summary><c>array.concat</c> and <c>array.add_range</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list1">A list.</param>
    /// <param name="list2">Another.</param>
    /// <returns>The items of both.</returns>
    public static IReadOnlyList<T> Concat<T>(IReadOnlyList<T> list1, IReadOnlyList<T> list2) => [.. list1, .. list2];

    /// <summary><c>array.compact</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The items that are not null.</returns>
    public static IReadOnlyList<T> Compact<T>(IReadOnlyList<T?> list)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(list);
        var items = new List<T>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary><c>array.compact</c>.</summary>
    /// <inheritdoc cref="Compact"/>
    public static IReadOnlyList<T> CompactValues<T>(IReadOnlyList<T?> list)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(list);
        var items = new List<T>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary><c>array.contains</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="item">What to look for.</param>
    /// <returns>Whether it is there.</returns>
    public static bool Contains<T>(IReadOnlyList<T> list, T item)
    {
        ArgumentNullException.ThrowIfNull(list);
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>array.first</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The first item; <see langword="null"/> when there is none.</returns>
    public static T? First<T>(IReadOnlyList<T> list) => TemplateValues.At(list, 0);

    /// <inheritdoc cref="First"/>
    public static T? FirstValue<T>(IReadOnlyList<T> list)
        where T : struct => TemplateValues.ValueAt(list, 0);

    /// <summary><c>array.last</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The last item; <see langword="null"/> when there is none.</returns>
    public static T? Last<T>(IReadOnlyList<T> list) => TemplateValues.At(list, -1);

    /// <inheritdoc cref="Last"/>
    public static T? LastValue<T>(IReadOnlyList<T> list)
        where T : struct => TemplateValues.ValueAt(list, -1);

    /// <summary><c>array.insert_at</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">Where to; negative for the start. Places between the list's end and it are null.</param>
    /// <param name="value">Another item.</param>
    /// <returns>The list with that item there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is over 1,000,000.</exception>
    public static IReadOnlyList<T?> InsertAt<T>(IReadOnlyList<T?> list, int index, T? value)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, MostItems);
        var place = Math.Max(index, 0);
        var items = new T?[Math.Max(list.Count, place) + 1];
        for (var i = 0; i < list.Count; i++)
        {
            items[i < place ? i : i + 1] = list[i];
        }

        items[place] = value;
        return items;
    }

    /// <inheritdoc cref="InsertAt"/>
    public static IReadOnlyList<T?> InsertValueAt<T>(IReadOnlyList<T> list, int index, T? value)
        where T : struct => InsertAt(Map(list, static item => (T?)item), index, value);

    /// <summary><c>array.limit</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="count">How many items at most; none when it is negative.</param>
    /// <returns>The first items.</returns>
    public static IReadOnlyList<T> Limit<T>(IReadOnlyList<T> list, int count)
    {
        ArgumentNullException.ThrowIfNull(list);
        return count >= list.Count ? list : Part(list, 0, Math.Max(count, 0));
    }

    /// <summary><c>array.offset</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">How many items to leave out; none when it is negative.</param>
    /// <returns>The other items.</returns>
    public static IReadOnlyList<T> Offset<T>(IReadOnlyList<T> list, int index)
    {
        ArgumentNullException.ThrowIfNull(list);
        var start = Math.Clamp(index, 0, list.Count);
        return start == 0 ? list : Part(list, start, list.Count - start);
    }

    /// <summary><c>array.remove_at</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="index">Which item; counted from the end when negative.</param>
    /// <returns>The list without it; the whole list when there is no such item.</returns>
    public static IReadOnlyList<T> RemoveAt<T>(IReadOnlyList<T> list, int index)
    {
        ArgumentNullException.ThrowIfNull(list);
        var place = index < 0 ? index + list.Count : index;
        if (place < 0 || place >= list.Count)
        {
            return list;
        }

        var items = new T[list.Count - 1];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list[i < place ? i : i + 1];
        }

        return items;
    }

    /// <summary><c>array.reverse</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The items, the last first.</returns>
    public static IReadOnlyList<T> Reverse<T>(IReadOnlyList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var items = new T[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list[items.Length - 1 - i];
        }

        return items;
    }

    /// <summary><c>array.uniq</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>Each item once, where it is first.</returns>
    public static IReadOnlyList<T> Uniq<T>(IReadOnlyList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var seen = new HashSet<T>(list.Count);
        var items = new List<T>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (seen.Add(list[i]))
            {
                items.Add(list[i]);
            }
        }

        return items;
    }

    /// <summary><c>array.join</c>.</summary>
    /// <param name="list">Texts.</param>
    /// <param name="delimiter">What to write between them.</param>
    /// <returns>The texts, one behind the other.</returns>
    public static string Join(IReadOnlyList<string?> list, string delimiter) => string.Join(delimiter, list);

    /// <summary><c>array.join</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="delimiter">What to write between the items.</param>
    /// <param name="text">The text of an item.</param>
    /// <returns>The texts, one behind the other.</returns>
    public static string Join<T>(IReadOnlyList<T> list, string delimiter, Func<T, string?> text)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(text);
        var joined = new DefaultInterpolatedStringHandler(0, 0);
        for (var i = 0; i < list.Count; i++)
        {
            if (i > 0)
            {
                joined.AppendLiteral(delimiter);
            }

            joined.AppendLiteral(text(list[i]) ?? "");
        }

        return joined.ToStringAndClear();
    }

    /// <summary><c>array.any</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="function">What is asked of an item.</param>
    /// <returns>Whether it holds for one of them.</returns>
    public static bool Any<T>(IReadOnlyList<T> list, Func<T, bool> function)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(function);
        for (var i = 0; i < list.Count; i++)
        {
            if (function(list[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>array.filter</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="function">What is asked of an item.</param>
    /// <returns>The items for which it holds.</returns>
    public static IReadOnlyList<T> Filter<T>(IReadOnlyList<T> list, Func<T, bool> function)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(function);
        var items = new List<T>();
        for (var i = 0; i < list.Count; i++)
        {
            if (function(list[i]))
            {
                items.Add(list[i]);
            }
        }

        return items;
    }

    /// <summary><c>array.filter</c> of a list that is kept: asks when an item is first read.</summary>
    /// <inheritdoc cref="Filter{T}"/>
    public static IReadOnlyList<T> FilterLater<T>(IReadOnlyList<T> list, Func<T, bool> function) =>
        new LaterList<T>(() => Filter(list, function));

    /// <summary><c>array.map</c> and <c>array.each</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <typeparam name="TResult">The results' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="function">What to make of an item.</param>
    /// <returns>What it made of each.</returns>
    public static IReadOnlyList<TResult> Map<T, TResult>(IReadOnlyList<T> list, Func<T, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(function);
        var results = new TResult[list.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = function(list[i]);
        }

        return results;
    }

    /// <summary><c>array.each</c> of a list that is kept: makes the results when one is first read.</summary>
    /// <inheritdoc cref="Map{T, TResult}"/>
    public static IReadOnlyList<TResult> MapLater<T, TResult>(IReadOnlyList<T> list, Func<T, TResult> function) =>
        new LaterList<TResult>(() => Map(list, function));

    /// <summary><c>array.sort</c>.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <returns>The items in their order, null first.</returns>
    public static IReadOnlyList<T> Sort<T>(IReadOnlyList<T> list) => [.. list.Order()];

    /// <summary><c>array.sort</c>, of texts.</summary>
    /// <typeparam name="T">A text that may be null, or may not.</typeparam>
    /// <param name="list">Texts.</param>
    /// <returns>The texts in the order of the invariant culture, null first.</returns>
    public static IReadOnlyList<T> SortTexts<T>(IReadOnlyList<T> list)
        where T : class? => [.. list.OrderBy(static text => text as string, StringComparer.InvariantCulture)];

    /// <summary><c>array.sort</c>, by a member.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <typeparam name="TKey">The member's type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="key">The member.</param>
    /// <returns>The items in the order of their members, null first.</returns>
    public static IReadOnlyList<T> SortBy<T, TKey>(IReadOnlyList<T> list, Func<T, TKey> key) => [.. list.OrderBy(key)];

    /// <summary><c>array.sort</c>, by a member that is a text.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="key">The member.</param>
    /// <returns>The items in the order of their members under the invariant culture, null first.</returns>
    public static IReadOnlyList<T> SortByText<T>(IReadOnlyList<T> list, Func<T, string?> key) =>
        [.. list.OrderBy(key, StringComparer.InvariantCulture)];

    private static T[] Part<T>(IReadOnlyList<T> list, int start, int count)
    {
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = list[start + i];
        }

        return items;
    }
}
