using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// The locals of a template. What they are depends on assignments that may stand below their uses, in a loop, so the template is bound
/// again until nothing new is learnt.
/// </summary>
internal sealed class TemplateLocals
{
    private readonly Dictionary<string, TemplateLocal> _locals = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Owner, TextRange Place), string> _placeNames = [];
    private readonly LocalNames _names = new();
    private bool _hasChanged;

    /// <summary>The file that is bound, of those that are bound together: each has its own variables with <c>$</c>.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Those that the file sees.</summary>
    public IEnumerable<string> Names => _locals.Keys.Select(NameOf).Where(name => _locals.ContainsKey(KeyOf(name))).Distinct();

    /// <summary>Those that several blocks use: they are declared first.</summary>
    public EquatableArray<BoundLocal> Shared =>
        _locals
            .Values.Where(local => local is { IsShared: true, IsRead: true, Type: not null })
            .Select(local => new BoundLocal(local.Name, local.TypeCode))
            .ToEquatableArray();

    /// <summary>Whether a pass learnt something that the next one needs.</summary>
    public bool TakeChanges()
    {
        var changed = _hasChanged;
        _hasChanged = false;
        return changed;
    }

    /// <summary>Whether a name is of a file's own variables.</summary>
    public static bool IsOwn(string name) => name.Length > 0 && name[0] == '$';

    /// <summary>What a variable is known by among those of all files.</summary>
    public string KeyOf(string name) => IsOwn(name) ? Owner + name : name;

    /// <summary>The name that <see cref="KeyOf"/> made a key of.</summary>
    public static string NameOf(string key) => key.IndexOf('$') is var start and > 0 ? key.Substring(start) : key;

    public TemplateLocal? Find(string name) => _locals.TryGetValue(KeyOf(name), out var local) ? local : null;

    /// <summary>The local of this name in C#.</summary>
    public TemplateLocal? FindByCode(string name) => _locals.Values.FirstOrDefault(local => local.Name == name);

    /// <summary>What a template calls a local.</summary>
    public string TemplateNameOf(TemplateLocal local) => NameOf(_locals.First(entry => entry.Value == local).Key);

    /// <summary>Remembers that a local may hold a list whose items are computed when they are wanted.</summary>
    public void KeepLazy(TemplateLocal local)
    {
        _hasChanged |= !local.IsLazy;
        local.IsLazy = true;
    }

    /// <summary>A name for what the rendering code needs for itself at one place; the same in each pass.</summary>
    public string NameAt(TextRange place, string name)
    {
        if (!_placeNames.TryGetValue((Owner, place), out var known))
        {
            _placeNames[(Owner, place)] = known = _names.Add(name);
        }

        return known;
    }

    public TemplateLocal Assign(string name, TextRange place, string block, bool isInLoop)
    {
        if (Find(name) is not { } local)
        {
            _locals[KeyOf(name)] = local = new TemplateLocal(_names.Add(name), place);
            _hasChanged = true;
        }

        Use(local, block);
        if (!local.IsChanging && (isInLoop || local.FirstPlace != place))
        {
            (local.IsChanging, _hasChanged) = (true, true);
        }

        return local;
    }

    public void Read(TemplateLocal local, string block)
    {
        _hasChanged |= !local.IsRead && !local.IsNeverRead;
        local.IsRead = !local.IsNeverRead;
        Use(local, block);
    }

    /// <summary>Takes the locals for unread that are not among the names in what became of the template.</summary>
    /// <returns>Whether there were any.</returns>
    public bool DropUnread(HashSet<string> names)
    {
        var unread = _locals.Values.Where(local => local.IsRead && !names.Contains(local.Name)).ToList();
        foreach (var local in unread)
        {
            (local.IsRead, local.IsNeverRead) = (false, true);
        }

        return unread.Count > 0;
    }

    /// <summary>Lets a local hold values of a type too. One of several kinds of text holds texts.</summary>
    /// <returns>False when the local is of another type.</returns>
    public bool Widen(TemplateLocal local, BoundType type, bool isNullable)
    {
        if (type is BoundNull)
        {
            type = local.Type ?? ValueTypes.Text;
        }

        if (local.Type is { } known && known != type)
        {
            if (!ValueTypes.AreTexts(known, type))
            {
                return false;
            }

            type = ValueTypes.Text;
        }

        _hasChanged |= local.Type != type || (isNullable && !local.IsNullable);
        local.Type = type;
        local.IsNullable |= isNullable;
        return true;
    }

    private void Use(TemplateLocal local, string block)
    {
        var wasShared = local.IsShared;
        local.Use(block);
        _hasChanged |= wasShared != local.IsShared;
    }
}
