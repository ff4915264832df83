using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PromptKit.Generators.Tests.Caching;

/// <summary>Finds Roslyn's objects inside a pipeline value: they keep whole compilations in memory and are never equal.</summary>
internal static class RoslynTypesInside
{
    public static IReadOnlyList<string> Find(object? value)
    {
        var found = new List<string>();
        Visit(value, value?.GetType().Name ?? "null", new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Visit(object? value, string path, HashSet<object> seen, List<string> found)
    {
        if (
            value is null or string or Type
            || value.GetType().IsPrimitive
            || value.GetType().IsEnum
            || (!value.GetType().IsValueType && !seen.Add(value))
        )
        {
            return;
        }

        if (value.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
        {
            found.Add($"{path}: {value.GetType()}");
            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (var item in items)
            {
                Visit(item, path + "[]", seen, found);
            }
        }

        foreach (var field in Fields(value.GetType()))
        {
            Visit(field.GetValue(value), $"{path}.{field.Name}", seen, found);
        }

        // An instance that the collector may not free is state between runs; a delegate is one.
        if (value is Delegate)
        {
            found.Add($"{path}: a delegate");
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type? type)
    {
        for (; type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (
                var field in type.GetFields(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            {
                if (!field.FieldType.IsPointer && !field.IsDefined(typeof(FixedBufferAttribute)))
                {
                    yield return field;
                }
            }
        }
    }
}
