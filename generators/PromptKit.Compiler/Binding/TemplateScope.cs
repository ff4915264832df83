using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>The names that a template can use at the point that is bound.</summary>
internal sealed class TemplateScope
{
    private readonly BoundRecord _input;
    private readonly bool _inputIsWrapped;
    private readonly Stack<LoopItem> _loops = [];
    private readonly Stack<IReadOnlyDictionary<string, BoundExpression>> _objects = [];

    public TemplateScope(PromptParts parts, BoundSchema input)
    {
        Text = parts.Text;
        InputIsLost = parts.Schemas.Input is { IsLost: true };
        Types = new TypeCatalog(parts, input);
        _inputIsWrapped = input.IsWrapped;
        _input = input.Record!;
    }

    public PromptText Text { get; }

    public TypeCatalog Types { get; }

    public TemplateLocals Locals { get; } = new();

    /// <summary>Whether the input's schema could not be read: every name may be right then.</summary>
    public bool InputIsLost { get; }

    /// <summary>Whether the template computes with integers.</summary>
    public bool MayOverflow { get; set; }

    /// <summary>Whether the template calls functions that have no result for some values.</summary>
    public bool MayFail { get; set; }

    /// <summary>The innermost loop of a keyword: <c>for</c> or <c>while</c>.</summary>
    public LoopItem? LoopOf(string keyword) => _loops.FirstOrDefault(loop => loop.Keyword == keyword);

    /// <summary>Lets what is bound see the members of an object that stand before it.</summary>
    public void EnterObject(IReadOnlyDictionary<string, BoundExpression> members) => _objects.Push(members);

    public void LeaveObject() => _objects.Pop();

    public BoundExpression? FindObjectMember(string name) =>
        _objects.Where(members => members.ContainsKey(name)).Select(members => members[name]).FirstOrDefault();

    public void Enter(LoopItem loop) => _loops.Push(loop);

    public void Leave() => _loops.Pop();

    public LoopItem? FindItem(string name) => _loops.FirstOrDefault(loop => loop.Keyword == "for" && loop.Name == name);

    public BoundMember? FindInput(string name) => _input.Members.FirstOrDefault(member => member.JsonName == name);

    public BoundExpression Read(BoundMember member) =>
        new MemberExpression(new InputExpression(_input.Type), member.Property, member.IsNullable, member.Type, member.IsNullable);

    /// <summary>What to say to a name that is not there.</summary>
    public string Remedy(string name)
    {
        if (_inputIsWrapped)
        {
            return $" The input is no object: read it as '{InputBinder.WrappedName}'.";
        }

        var names = _input
            .Members.Select(member => member.JsonName)
            .Concat(_loops.Select(loop => loop.Name))
            .Concat(Locals.Names)
            .Concat(InputNames.Statements);
        return Spelling.Suggest(name, names) is { Length: > 0 } suggestion ? suggestion : " Declare it under 'input: { schema: … }'.";
    }
}
