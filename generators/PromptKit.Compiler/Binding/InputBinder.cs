using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Gives a prompt its input record: always a record of its own, whatever its schema is.</summary>
internal static class InputBinder
{
    /// <summary>The name under which a template reads an input that is no object.</summary>
    public const string WrappedName = "value";

    public static BoundSchema Bind(PromptSchema? schema, PromptNames names, TypeScope scope)
    {
        var type = schema is null || schema.IsLost ? ObjectType.Empty : AsObject(scope.Resolve(schema.Type) ?? schema.Type);
        var isWrapped = type is null;
        type ??= Wrap(schema!);
        var bound = TypeBinder.Bind(
            new PromptSchema(type, schema?.Json ?? JsonObject.Empty, schema?.Definitions ?? default, schema?.Description),
            names.InputName,
            names.Qualify,
            scope,
            hasPartials: false
        );
        return bound with { Json = schema is null || schema.IsLost ? null : bound.Json, IsWrapped = isWrapped };
    }

    /// <summary>An input of nothing, for a file that cannot be read.</summary>
    public static BoundSchema Empty(PromptNames names, EquatableArray<TakenName> taken) =>
        Bind(null, names, new TypeScope("", default, default, taken));

    private static ObjectType? AsObject(SchemaType type) =>
        type switch
        {
            ObjectType members => members,
            MapType map => new ObjectType(default, map.Value, IsClosed: false),
            _ => null,
        };

    private static ObjectType Wrap(PromptSchema schema) =>
        ObjectType.Empty with
        {
            Members = new EquatableArray<SchemaMember>([new SchemaMember(WrappedName, schema.Type, IsRequired: true, schema.Description)]),
        };
}
