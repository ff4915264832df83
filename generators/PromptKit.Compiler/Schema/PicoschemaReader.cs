using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema;

/// <summary>
/// Reads Picoschema as dotprompt defines it (https://google.github.io/dotprompt/reference/picoschema/), strictly: what its
/// implementations disagree on or swallow is an error.
/// </summary>
internal sealed class PicoschemaReader(SchemaContext context, SchemaReader schemas)
{
    /// <summary>Reads <c>type, description</c>.</summary>
    public TypeReading ReadType(ScalarNode scalar)
    {
        var comma = scalar.Value.IndexOf(',');
        var name = (comma < 0 ? scalar.Value : scalar.Value.Substring(0, comma)).Trim();
        var description = comma < 0 ? null : scalar.Value.Substring(comma + 1).Trim();
        if (scalar.IsNull || scalar.IsBoolean || scalar.IsNumber)
        {
            return context.Refuse(SchemaRules.NotAType, scalar, scalar.Kind, " Write a type such as 'string'.");
        }

        if (name.Length == 0)
        {
            return context.Refuse(SchemaRules.NotAType, scalar, "empty", " Write a type such as 'string'.");
        }

        PicoComments.Check(context, scalar, hasDescription: comma >= 0);
        var range = scalar.IsPlain ? new TextRange(scalar.Range.Start, scalar.Range.Start + name.Length) : scalar.Range;
        var reading = Scalars.Find(name) ?? schemas.FindNamed(name);
        if (!context.AllowsMedia && reading is not null && MediaSearch.Finds(reading.Type, context.Named))
        {
            return context.Refuse(SchemaRules.MediaOnlyInInput, range);
        }

        if (reading is null)
        {
            return context.Named.IsIncomplete ? TypeReading.Lost : context.Refuse(SchemaRules.UnknownType, range, name, SuggestType(name));
        }

        return string.IsNullOrEmpty(description) ? reading : Describe(reading, description!);
    }

    public TypeReading ReadObject(MapNode map)
    {
        var members = new List<SchemaMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var properties = new List<JsonMember>();
        TypeReading? extra = null;
        foreach (var entry in map.Entries)
        {
            if (PicoKey.Parse(entry.Key, context) is not { } key)
            {
                // Known by its name, so that what uses it is not reported too.
                if (PicoKey.NameOf(entry.Key) is { Length: > 0 } name && names.Add(name))
                {
                    members.Add(new SchemaMember(name, ScalarType.Unknown, IsRequired: false, Description: null));
                }

                continue;
            }

            if (key.IsWildcard)
            {
                extra = ReadValue(key, entry);
                continue;
            }

            if (!names.Add(key.Name))
            {
                context.Refuse(SchemaRules.DuplicateMember, key.NameRange, key.Name);
                continue;
            }

            var reading = ReadValue(key, entry);
            var optional = key.IsOptional ? Optional(reading) : reading;
            members.Add(new SchemaMember(key.Name, optional.Type, !key.IsOptional, optional.Description));
            properties.Add(new JsonMember(key.Name, optional.Json));
        }

        return new TypeReading(TypeOf(members, extra), JsonOf(members, properties, extra));
    }

    private static SchemaType TypeOf(List<SchemaMember> members, TypeReading? extra) =>
        members.Count == 0 && extra is not null
            ? new MapType(extra.Type)
            : new ObjectType(members.ToEquatableArray(), extra?.Type, IsClosed: extra is null);

    private static JsonObject JsonOf(List<SchemaMember> members, List<JsonMember> properties, TypeReading? extra)
    {
        var required = members.Where(member => member.IsRequired).Select(member => (JsonTree)JsonLeaf.String(member.Name)).ToList();
        return JsonObject.Of(
            ("type", JsonLeaf.String("object")),
            ("properties", new JsonObject(properties.ToEquatableArray())),
            ("required", required.Count > 0 ? JsonArray.Of(required) : null),
            ("additionalProperties", extra?.Json ?? JsonLeaf.False)
        );
    }

    private TypeReading ReadValue(PicoKey key, MapEntry entry)
    {
        var reading = key.Kind switch
        {
            "array" => ReadArray(key, entry),
            "enum" => ReadEnum(key, entry.Value),
            "object" => ReadNamedObject(key, entry),
            _ => ReadPlain(key, entry),
        };
        return key.Description is { } description && reading != TypeReading.Lost ? Describe(reading, description) : reading;
    }

    private TypeReading ReadPlain(PicoKey key, MapEntry entry)
    {
        switch (entry.Value)
        {
            case ScalarNode { IsNull: true } nothing:
                var range = nothing.Range.Length > 0 ? nothing.Range : entry.Key.Range;
                return context.Refuse(SchemaRules.NoType, range, key.Name, $"Write '{entry.Key.Value}: string'.");
            case ScalarNode scalar:
                return ReadType(scalar);
            case MapNode map:
                return schemas.ReadNested(map);
            default:
                var remedy = $"For one of several values write '{key.Name}(enum): [a, b]', for a list '{key.Name}(array): string'.";
                return context.Refuse(SchemaRules.NotAType, entry.Value, entry.Value.Kind, " " + remedy);
        }
    }

    private TypeReading ReadArray(PicoKey key, MapEntry entry)
    {
        var item = entry.Value switch
        {
            ScalarNode { IsNull: false } scalar => ReadType(scalar),
            MapNode map => schemas.ReadNested(map),
            _ => context.Refuse(
                SchemaRules.BadKindValue,
                RangeOf(entry),
                "array",
                "the type of its items",
                $"Write '{key.Name}(array): string'."
            ),
        };
        return new TypeReading(new ListType(item.Type), JsonObject.Of(("type", JsonLeaf.String("array")), ("items", item.Json)));
    }

    private TypeReading ReadNamedObject(PicoKey key, MapEntry entry) =>
        entry.Value switch
        {
            MapNode map => schemas.ReadNested(map),
            ScalarNode { IsString: true } scalar when schemas.FindNamed(scalar.Value.Split(',')[0].Trim()) is not null => ReadType(scalar),
            _ => context.Refuse(
                SchemaRules.BadKindValue,
                RangeOf(entry),
                "object",
                "a map of members",
                $"Write '{key.Name}(object):' and its members below."
            ),
        };

    private TypeReading ReadEnum(PicoKey key, FrontMatterNode value)
    {
        var example = $"Write '{key.Name}(enum): [first, second]'.";
        if (value is not ListNode { Items.Count: > 0 } list)
        {
            return context.Refuse(
                SchemaRules.BadKindValue,
                value.Range.Length > 0 ? value.Range : key.KindRange,
                "enum",
                "a list of values",
                example
            );
        }

        return EnumReader.Read(list, context) is { } type
            ? new TypeReading(type, JsonObject.Of(("enum", list.ToJson())))
            : TypeReading.Lost;
    }

    /// <summary>The same schema, null allowed, as dotprompt writes it.</summary>
    private static TypeReading Optional(TypeReading reading)
    {
        if (reading == TypeReading.Lost || reading.Json is not JsonObject json)
        {
            return reading;
        }

        return reading with
        {
            Type = NullableType.Of(reading.Type),
            Json = AllowNull(json, reading.Type),
        };
    }

    private static JsonTree AllowNull(JsonObject json, SchemaType type)
    {
        var withNull = json["type"] switch
        {
            JsonLeaf leaf => json.With("type", JsonArray.Of([leaf, JsonLeaf.String("null")])),
            _ => json,
        };
        if (json["enum"] is JsonArray choices && !choices.Items.Contains(JsonLeaf.Null))
        {
            withNull = withNull.With("enum", JsonArray.Of(choices.Items.Append(JsonLeaf.Null)));
        }

        // What has neither (a union, say) is wrapped; `any` allows null already.
        return withNull != json || type is ScalarType { Kind: ScalarKind.Any } or NullableType
            ? withNull
            : JsonObject.Of(("anyOf", JsonArray.Of([json, JsonObject.Of(("type", JsonLeaf.String("null")))])));
    }

    /// <summary>The description goes behind the type, where dotprompt puts it.</summary>
    private static TypeReading Describe(TypeReading reading, string description) =>
        reading with
        {
            Description = description,
            Json = reading.Json is JsonObject json ? json.With("description", JsonLeaf.String(description)) : reading.Json,
        };

    private string SuggestType(string name)
    {
        if (name.EndsWith("?", StringComparison.Ordinal) && Scalars.Find(name.TrimEnd('?')) is not null)
        {
            return $" An optional member has its '?' behind the name: 'name?: {name.TrimEnd('?')}'.";
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return $" A list says so behind the name: 'name(array): {name.Substring(0, name.Length - 2)}'.";
        }

        var suggestion = Spelling.Suggest(name, Scalars.Names.Concat(context.Named.Names));
        return suggestion.Length > 0 ? suggestion
            : Scalars.OtherName(name) is { } other ? $" Write '{other}'."
            : " Write a type such as 'string', or define it in '_schemas.yaml'.";
    }

    private static TextRange RangeOf(MapEntry entry) => entry.Value.Range.Length > 0 ? entry.Value.Range : entry.Key.Range;
}
