using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>The names that a template can use at the point that is bound.</summary>
internal sealed class TemplateScope
{
    private readonly BoundSchema? _input;
    private readonly bool _inputIsLost;
    private readonly Stack<LoopItem> _loops = [];
    private readonly Stack<IReadOnlyDictionary<string, BoundExpression>> _objects = [];
    private readonly Stack<TemplateFrame> _frames = [];
    private readonly HashSet<string> _readInputs = new(StringComparer.Ordinal);

    /// <param name="frame">The file that is bound.</param>
    /// <param name="input">What it reads; null when that is not known, and every name may be right.</param>
    /// <param name="inputIsLost">Whether the input's schema could not be read: every name may be right then too.</param>
    /// <param name="types">What the types of values hold.</param>
    /// <param name="partials">The partials that it includes.</param>
    public TemplateScope(TemplateFrame frame, BoundSchema? input, bool inputIsLost, TypeCatalog types, PartialLibrary partials)
    {
        (_input, _inputIsLost, Types, Partials) = (input, inputIsLost || input is null, types, partials);
        _frames.Push(frame);
    }

    public TypeCatalog Types { get; }

    public PartialLibrary Partials { get; }

    public TemplateLocals Locals { get; } = new();

    /// <summary>The file that is bound: the prompt's, or that of a partial in it.</summary>
    public TemplateFrame Frame => _frames.Peek();

    public PromptText Text => Frame.Text;

    /// <summary>What was found in partials while this file was bound.</summary>
    public List<PartialFinding> Findings { get; } = [];

    /// <summary>Whether any <c>role</c> was bound.</summary>
    public bool HasRole { get; set; }

    /// <summary>What has no place in a template that is one message, and the file that it stands in.</summary>
    public List<(TemplateFrame Frame, string Keyword, TextRange Range)> NeedRoles { get; } = [];

    /// <summary>The includes around the point that is bound whose text is kept apart, the innermost first.</summary>
    public Stack<(BoundIncludeStart Start, string Indent)> OpenIncludes { get; } = [];

    /// <summary>Whether a partial has errors, wherever they are reported.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether partials are written out: not when that would become too large.</summary>
    public bool ExpandsPartials { get; init; } = true;

    /// <summary>Whether what is bound becomes a value, so that no message can start in it.</summary>
    public bool IsInText { get; set; }

    /// <summary>Whether a name that is not known may be right.</summary>
    public bool InputIsLost => _inputIsLost && !Frame.HidesOuter;

    /// <summary>Whether what lies outside of the file is not known: a partial is checked without what includes it.</summary>
    public bool OuterIsUnknown => _input is null && !Frame.HidesOuter;

    /// <summary>Whether the template computes with integers.</summary>
    public bool MayOverflow { get; set; }

    /// <summary>Whether the template calls functions that have no result for some values.</summary>
    public bool MayFail { get; set; }

    /// <summary>The inputs that were read, in the prompt itself or in a partial.</summary>
    public IReadOnlyCollection<string> ReadInputs => _readInputs;

    /// <summary>The innermost loop of a keyword: <c>for</c> or <c>while</c>.</summary>
    public LoopItem? LoopOf(string keyword) =>
        SeenLoops.FirstOrDefault(loop => loop.Keyword == keyword || (keyword == "for" && loop.IsElse)) is { IsElse: false } loop
            ? loop
            : null;

    /// <summary>Lets what is bound see the members of an object that stand before it.</summary>
    public void EnterObject(IReadOnlyDictionary<string, BoundExpression> members) => _objects.Push(members);

    public void LeaveObject() => _objects.Pop();

    public BoundExpression? FindObjectMember(string name) =>
        _objects.Where(members => members.ContainsKey(name)).Select(members => members[name]).FirstOrDefault();

    /// <summary>The innermost loop; null outside of any.</summary>
    public LoopItem? Loop => _loops.FirstOrDefault(loop => !loop.IsElse);

    /// <summary>The variable of a loop in the template that this C# local is, or the keyword of a loop that it counts; null when it is neither.</summary>
    public string? FindItemByCode(string name) =>
        _loops.FirstOrDefault(loop => loop.Expression is LocalExpression local && local.Name == name)?.Name
        ?? _loops.FirstOrDefault(loop => loop.Counter == name)?.Keyword;

    /// <summary>How many loops are open.</summary>
    public int Loops => _loops.Count;

    private IEnumerable<LoopItem> SeenLoops => _loops.Take(_loops.Count - Frame.HiddenLoops);

    /// <summary>Forgets what a pass over the template found.</summary>
    public void Restart()
    {
        Findings.Clear();
        NeedRoles.Clear();
        HasRole = false;
    }

    public void Enter(LoopItem loop) => _loops.Push(loop with { Name = Locals.KeyOf(loop.Name) });

    public void Leave() => _loops.Pop();

    public void Enter(TemplateFrame frame)
    {
        _frames.Push(frame);
        Locals.Owner = frame.Id;
    }

    public void LeaveFrame()
    {
        _frames.Pop();
        Locals.Owner = Frame.Id;
    }

    public LoopItem? FindItem(string name)
    {
        var key = Locals.KeyOf(name);
        return SeenLoops.FirstOrDefault(loop => loop.Keyword == "for" && loop.Name == key);
    }

    public BoundMember? FindInput(string name) =>
        Frame.HidesOuter ? null : _input?.Record!.Members.FirstOrDefault(member => member.JsonName == name);

    public TemplateLocal? FindLocal(string name) => Frame.HidesOuter && !TemplateLocals.IsOwn(name) ? null : Locals.Find(name);

    public BoundExpression Read(BoundMember member)
    {
        _readInputs.Add(member.JsonName);
        var input = new InputExpression(_input!.Record!.Type);
        return new MemberExpression(input, member.Property, member.IsNullable, member.Type, member.IsNullable);
    }

    /// <summary>The whole input, as it was given: an object, or what stands in the place of one.</summary>
    /// <returns>Null when it is not known.</returns>
    public BoundExpression? ReadAll()
    {
        if (_inputIsLost)
        {
            return null;
        }

        var members = _input!.Record!.Members;
        _readInputs.UnionWith(members.Select(member => member.JsonName));
        return _input.IsWrapped ? Read(members[0]) : new InputExpression(_input.Record.Type);
    }

    /// <summary>The partial that a name means in the file that is bound.</summary>
    public PartialFile? FindPartial(string name) => Partials.Find(Frame.Folder, name);

    /// <summary>Whether a partial has no errors of its own and can be written out.</summary>
    public bool CanExpand(PartialFile partial) => ExpandsPartials && Partials.CanExpand(partial) && !Partials.Check(partial).IsBroken;

    /// <summary>What to say to a name that is not there.</summary>
    public string Remedy(string name)
    {
        if (_input is { IsWrapped: true } && !Frame.HidesOuter)
        {
            return $" The input is no object: read it as '{InputBinder.WrappedName}'.";
        }

        if (Types.HasEnumValue(name))
        {
            return $" A value of an enum stands in quotes: '\"{name}\"'.";
        }

        var suggestion = Spelling.Suggest(name, SeenNames());
        suggestion = suggestion.Length > 0 ? suggestion : ForeignNames.RemedyOf(name);
        return suggestion.Length > 0 ? suggestion
            : TemplateLocals.IsOwn(name) && !Frame.HidesOuter ? " Names with '$' are a file's own: assign it first."
            : " Declare it under 'input: { schema: … }'.";
    }

    /// <summary>What to say to a name that a partial with parameters does not see.</summary>
    public string HiddenRemedy(string name) =>
        Spelling.Suggest(name, SeenNames()) is { Length: > 0 } suggestion
            ? suggestion
            : $" Declare it there, pass it as '{name}: {name}', and read '${name}'.";

    private IEnumerable<string> SeenNames()
    {
        var outer = _input is null || Frame.HidesOuter ? [] : _input.Record!.Members.Select(member => member.JsonName);
        var locals = Locals.Names.Where(local => !Frame.HidesOuter || TemplateLocals.IsOwn(local));
        return outer
            .Concat(SeenLoops.Where(loop => loop.Keyword == "for").Select(loop => TemplateLocals.NameOf(loop.Name)))
            .Concat(locals)
            .Concat(Frame.Absent.Keys)
            .Concat(InputNames.Statements);
    }
}
