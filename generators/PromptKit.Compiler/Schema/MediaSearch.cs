using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Schema;

/// <summary>Finds media in a type: only inputs may hold them, and a named schema may bring them along.</summary>
internal static class MediaSearch
{
    public static bool Finds(SchemaType type, INamedSchemas named) =>
        type switch
        {
            ScalarType scalar => scalar.Kind == ScalarKind.Media,
            NullableType nullable => Finds(nullable.Value, named),
            ListType list => Finds(list.Item, named),
            MapType map => Finds(map.Value, named),
            ObjectType members => members.Members.Any(member => Finds(member.Type, named))
                || (members.Extra is { } extra && Finds(extra, named)),
            // Schemas that contain themselves were refused, so this ends.
            NamedType { IsShared: true } shared => named.Find(shared.Name) is { } definition && Finds(definition.Type, named),
            _ => false,
        };
}
