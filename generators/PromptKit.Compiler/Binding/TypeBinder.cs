using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Gives a schema its C# types. A type's name is the record's plus the member path, always, so that adding a member renames nothing.
/// </summary>
internal sealed class TypeBinder
{
    private readonly string _root;
    private readonly Func<string, string> _qualify;
    private readonly TypeScope _scope;
    private readonly List<BoundDeclaration> _declarations = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundDeclaredType> _definitions = new(StringComparer.Ordinal);
    private readonly ConstantBinder _constants;
    private readonly bool _hasPartials;

    private TypeBinder(string root, Func<string, string> qualify, TypeScope scope, bool hasPartials)
    {
        _hasPartials = hasPartials;
        _root = root;
        _qualify = qualify;
        _scope = scope;
        _constants = new ConstantBinder(() => _declarations);
    }

    /// <param name="schema">The schema.</param>
    /// <param name="name">The name of the whole value's type.</param>
    /// <param name="qualify">Makes a full name of a type's name.</param>
    /// <param name="scope">Where types with names of their own are found.</param>
    /// <param name="hasPartials">Whether records get another one that stands for them while they are being written.</param>
    public static BoundSchema Bind(PromptSchema schema, string name, Func<string, string> qualify, TypeScope scope, bool hasPartials)
    {
        var binder = new TypeBinder(name, qualify, scope, hasPartials);
        var (type, _) = binder.Bind(schema.Type, name, schema.Description);

        // A choice between objects is none to providers.
        var isObject = schema.Type is ObjectType or MapType || scope.Resolve(schema.Type) is ObjectType;
        return new BoundSchema(type, binder._declarations.ToEquatableArray(), schema.Json.ToString(), !isObject);
    }

    private (BoundType Type, bool AllowsNull) Bind(SchemaType type, string name, string? description)
    {
        switch (type)
        {
            case NullableType nullable:
                return (Bind(nullable.Value, name, description).Type, true);
            case ScalarType scalar:
                return (new BoundScalar(scalar.Kind), false);
            case ListType list:
                var (item, itemAllowsNull) = Bind(list.Item, name + "Item", description: null);
                return (new BoundList(item, itemAllowsNull), false);
            case MapType map:
                var (value, valueAllowsNull) = Bind(map.Value, name + "Value", description: null);
                return (new BoundMap(value, valueAllowsNull), false);
            case NamedType named:
                return (BindNamed(named), false);
            default:
                return (Declare(type, name, description), false);
        }
    }

    private BoundDeclaredType BindNamed(NamedType named)
    {
        if (named.IsShared)
        {
            return _scope.Shared(named.Name);
        }

        if (_definitions.TryGetValue(named.Name, out var known))
        {
            return known;
        }

        var definition = _scope.Definition(named.Name);
        return Declare(definition.Type, _root + PascalCase.Of(named.Name), definition.Description, named.Name);
    }

    // The type is known before its members are bound: they may refer to it.
    private BoundDeclaredType Declare(SchemaType type, string name, string? description, string? definition = null)
    {
        while (!TryName(name))
        {
            name += "_";
        }

        var declared = new BoundDeclaredType(_qualify(name), type is EnumType);
        if (definition is not null)
        {
            _definitions[definition] = declared;
        }

        var index = _declarations.Count;
        BoundDeclaration declaration = type switch
        {
            EnumType choices => BindEnum(choices, name, declared, description),
            UnionType union => BindUnion(union, name, declared, description),
            ObjectType members => BindRecord(members, name, declared, description),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
        _declarations.Insert(index, declaration);
        return declared;
    }

    private bool TryName(string name)
    {
        string[] names = _hasPartials ? [name, name + BoundDeclaredType.PartialSuffix] : [name];
        if (names.Any(each => _scope.IsTaken(_qualify(each)) || _names.Contains(each)))
        {
            return false;
        }

        _names.UnionWith(names);
        return true;
    }

    private static BoundEnum BindEnum(EnumType type, string name, BoundDeclaredType declared, string? description)
    {
        var values = type.Choices.Select(choice => new BoundEnumValue(
            EnumNaming.Name(choice),
            choice.Value,
            choice.IsInteger,
            choice.Description
        ));
        return new BoundEnum(name, declared, description, values.ToEquatableArray());
    }

    private BoundUnion BindUnion(UnionType union, string name, BoundDeclaredType declared, string? description)
    {
        var cases = new List<BoundRecord>();
        foreach (var unionCase in union.Cases)
        {
            var caseName = name + (PascalCase.Of(unionCase.Value) is { Length: > 0 } pascal ? pascal : "Case");
            while (!TryName(caseName))
            {
                caseName += "_";
            }

            var type = new BoundDeclaredType(_qualify(caseName), IsEnum: false);
            var record = BindRecord(unionCase.Type, caseName, type, unionCase.Description);
            cases.Add(record with { Case = new BoundCase(declared, union.Discriminator, unionCase.Value) });
        }

        return new BoundUnion(name, declared, description, union.Discriminator, cases.ToEquatableArray());
    }

    private BoundRecord BindRecord(ObjectType type, string name, BoundDeclaredType declared, string? description)
    {
        var names = new MemberNames(name);
        var members = type.Members.Select(member => BindMember(member, names.Add(member.Name), name)).ToEquatableArray();
        return new BoundRecord(name, declared, description, members)
        {
            IsClosed = type.IsClosed,
            Extra = type.Extra is { } extra ? BindExtra(extra, names.Add("AdditionalProperties"), name) : null,
        };
    }

    private BoundMember BindMember(SchemaMember member, string property, string owner)
    {
        var (type, allowsNull) = Bind(member.Type, owner + PascalCase.Of(member.Name), description: null);
        var isUnknown = type is BoundScalar { Kind: ScalarKind.Unknown };
        var isNullable = member.Default is null && (allowsNull || !member.IsRequired);
        return new BoundMember(member.Name, property, type, isNullable && !isUnknown, member.IsRequired && !isUnknown, member.Description)
        {
            Default = member.Default is { } value ? _constants.Bind(type, value) : null,
        };
    }

    private BoundMember BindExtra(SchemaType extra, string property, string owner)
    {
        var (value, allowsNull) = Bind(extra, owner + "AdditionalProperty", description: null);
        return new BoundMember(
            "",
            property,
            new BoundMap(value, allowsNull),
            IsNullable: false,
            IsRequired: false,
            "The members that the schema does not name."
        );
    }
}
