namespace PromptKit.Generators.Tests.Differential;

/// <summary>The input of random templates: a member of every type, required and optional.</summary>
internal static class RandomSchema
{
    public const string FrontMatter = """
        ---
        input:
          schema:
            name: string
            nick?: string
            lang: string
            age: integer
            count?: integer
            score: number
            ratio?: number
            vip: boolean
            ok?: boolean
            tier(enum): [free, pro, enterprise]
            level?(enum): [low, high]
            born: date
            seen?: datetime
            at: time
            site: uri
            link?: uri
            code: guid
            tags(array): string
            nums(array): integer
            maybe?(array): string
            gaps: { type: array, items: { type: [string, "null"] } }
            grid: { type: array, items: { type: array, items: { type: integer } } }
            prices:
              (*): number
            rooms:
              type: object
              additionalProperties:
                type: object
                properties: { beds: { type: integer }, note: { type: string } }
                required: [beds]
            home:
              city: string
              zip?: string
            work?:
              city: string
              zip?: string
            meta: any
            extra?: any
            items(array):
              id: integer
              title: string
              note?: string
              done: boolean
              due: date
              price: number
              kind(enum): [free, pro]
              parts(array): string
            photo: media
            day: date
            moment: datetime
            shape: figure
            other?: figure
            shapes(array): figure
            figures:
              (*): figure
          default: { lang: en }
        ---

        """;

    /// <summary>The named schemas: a union whose cases share members of one type and of several kinds of text, and have some of their own.</summary>
    public const string Schemas = """
        figure:
          oneOf:
            - type: object
              required: [kind, name, done, radius, tone, stamp]
              properties:
                kind: { const: circle }
                name: { type: string }
                done: { type: boolean }
                radius: { type: number }
                tone: { enum: [light, dark] }
                stamp: { type: string, format: date }
              additionalProperties: false
            - type: object
              required: [kind, name, done, count, parts, stamp, note]
              properties:
                kind: { const: group }
                name: { type: string }
                done: { type: boolean }
                tone: { enum: [loud, mute] }
                count: { type: integer }
                parts: { type: array, items: { type: string } }
                stamp: { type: string, format: uri }
                note: { type: [string, "null"] }
                spot: { type: object, required: [x], properties: { x: { type: integer }, y: { type: number } }, additionalProperties: false }
              additionalProperties: false
            - type: object
              required: [kind, name, done, tone, count, stamp]
              properties:
                kind: { const: dot }
                name: { type: string }
                done: { type: boolean }
                radius: { type: number }
                tone: { type: string }
                count: { type: integer }
                stamp: { enum: [old, new] }
              additionalProperties: false

        """;

    /// <summary>Lets a template use the members, by their kinds.</summary>
    public static void AddTo(RandomScope scope)
    {
        scope.Add(ValueKind.Text, "name", "home.city", "lang", "born", "at", "site", "code");
        scope.Add(ValueKind.MaybeText, "nick", "home.zip", "work?.city", "work?.zip", "seen", "link", "tags[7]", "tags[-1]");
        scope.Add(ValueKind.MaybeText, "items[0]?.note", "rooms[\"big\"]?.note", "(rooms.small?.note)", "gaps[0]");
        scope.Add(ValueKind.Integer, "age", "name.size", "tags.size", "items.size");
        scope.Add(ValueKind.MaybeInteger, "count", "nums[-1]", "work?.city.size", "rooms.big?.beds", "(grid[0] ?? [1])[0]");
        scope.Add(ValueKind.Number, "score");
        scope.Add(ValueKind.MaybeNumber, "ratio", "prices.apple", "prices[\"pear\"]", "items[1]?.price");
        scope.Add(ValueKind.Boolean, "vip");
        scope.Add(ValueKind.MaybeBoolean, "ok");
        scope.Add(ValueKind.Choice, "tier");
        scope.Add(ValueKind.Texts, "tags");
        scope.Add(ValueKind.MaybeTexts, "maybe", "items[0]?.parts");
        scope.Add(ValueKind.Gaps, "gaps");
        scope.Add(ValueKind.Integers, "nums");
        scope.Add(ValueKind.Grid, "grid");
        scope.Add(ValueKind.Items, "items");
        scope.Add(ValueKind.Place, "home");
        scope.Add(ValueKind.MaybePlace, "work");
        scope.Add(ValueKind.Prices, "prices");
        scope.Add(ValueKind.Rooms, "rooms");
        scope.Add(ValueKind.Anything, "meta", "extra");
        scope.Add(ValueKind.Moment, "day", "moment");
        AddUnion(scope, "shape");
        scope.Add(ValueKind.MaybeUnion, "other", "shapes[0]", "shapes[-1]", "figures.a", "figures[\"b c\"]");
        scope.Add(ValueKind.Unions, "shapes");
        scope.Add(ValueKind.UnionMap, "figures");
        scope.Add(ValueKind.MaybeText, "other?.kind", "other?.stamp", "shapes[1]?.tone", "other?.note", "figures.a?.name");
        scope.Add(ValueKind.MaybeInteger, "shapes[0]?.count", "other?.spot?.x", "other?.name.size");
        scope.Add(ValueKind.MaybeNumber, "other?.radius", "shape.spot?.y");
        scope.Add(ValueKind.MaybeBoolean, "other?.done");
        scope.Add(ValueKind.MaybeTexts, "other?.parts");
    }

    /// <summary>Lets a template use the members of an item of <c>items</c>.</summary>
    public static void AddItem(RandomScope scope, string item)
    {
        scope.Add(ValueKind.Item, item);
        scope.Add(ValueKind.Text, item + ".title", item + ".due");
        scope.Add(ValueKind.MaybeText, item + ".note");
        scope.Add(ValueKind.Integer, item + ".id", item + ".parts.size");
        scope.Add(ValueKind.Number, item + ".price");
        scope.Add(ValueKind.Boolean, item + ".done");
        scope.Add(ValueKind.Texts, item + ".parts");
    }

    /// <summary>Lets a template use the members of a value that is one of several objects.</summary>
    public static void AddUnion(RandomScope scope, string name)
    {
        scope.Add(ValueKind.Union, name);
        scope.Add(ValueKind.Text, name + ".kind", name + ".name", name + "[\"stamp\"]");
        scope.Add(ValueKind.MaybeText, name + ".tone", name + ".note");
        scope.Add(ValueKind.Integer, name + ".name.size");
        scope.Add(ValueKind.MaybeInteger, name + ".count", name + ".spot?.x", name + ".parts?.size");
        scope.Add(ValueKind.MaybeNumber, name + ".radius");
        scope.Add(ValueKind.Boolean, name + ".done");
        scope.Add(ValueKind.MaybeTexts, name + ".parts");
    }
}
