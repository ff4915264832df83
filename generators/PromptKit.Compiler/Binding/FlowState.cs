using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Binding;

/// <summary>What is known at one point of a template, whatever way led there. Immutable.</summary>
internal sealed class FlowState
{
    public static readonly FlowState Start = new([], [], MessageFlow.None);
    public static readonly FlowState Unreachable = new([], [], MessageFlow.None) { IsUnreachable = true };

    private readonly HashSet<string> _assigned;
    private readonly HashSet<string> _present;

    private FlowState(HashSet<string> assigned, HashSet<string> present, MessageFlow messages)
    {
        _assigned = assigned;
        _present = present;
        Messages = messages;
    }

    /// <summary>Whether no way leads here.</summary>
    public bool IsUnreachable { get; private init; }

    /// <summary>What may have happened to the messages, on any way.</summary>
    public MessageFlow Messages { get; }

    public static FlowState Join(FlowState left, FlowState right) =>
        left.IsUnreachable ? right
        : right.IsUnreachable ? left
        : new FlowState(
            Intersect(left._assigned, right._assigned),
            Intersect(left._present, right._present),
            left.Messages | right.Messages
        );

    public bool IsAssigned(string local) => IsUnreachable || _assigned.Contains(local);

    /// <summary>Whether a value is not null. What is null for certain is asked for only where nothing leads.</summary>
    public bool IsPresent(BoundExpression value) =>
        (IsUnreachable && value is AbsentExpression) || (PathOf(value) is { } path && _present.Contains(path));

    /// <summary>Knows that a value is not null, nor what it is a member of.</summary>
    public FlowState WithPresent(BoundExpression value)
    {
        var present = new HashSet<string>(_present, StringComparer.Ordinal);
        for (var path = PathOf(value); path is not null; path = path.LastIndexOf('.') is var dot and > 0 ? path.Substring(0, dot) : null)
        {
            present.Add(path);
        }

        return With(_assigned, present);
    }

    public FlowState WithAssigned(string local, bool isPresent)
    {
        var forgotten = Forget([local]);
        var assigned = new HashSet<string>(_assigned, StringComparer.Ordinal) { local };
        var present = new HashSet<string>(forgotten._present, StringComparer.Ordinal);
        if (isPresent)
        {
            present.Add(local);
        }

        return With(assigned, present);
    }

    /// <summary>Knows nothing more of the values of these locals.</summary>
    public FlowState Forget(IReadOnlyCollection<string> locals) =>
        With(_assigned, new HashSet<string>(_present.Where(path => !locals.Contains(path.Split('.')[0])), StringComparer.Ordinal));

    public FlowState WithMessages(MessageFlow messages) => new(_assigned, _present, messages) { IsUnreachable = IsUnreachable };

    private FlowState With(HashSet<string> assigned, HashSet<string> present) =>
        new(assigned, present, Messages) { IsUnreachable = IsUnreachable };

    private static HashSet<string> Intersect(HashSet<string> left, HashSet<string> right) =>
        new(left.Where(right.Contains), StringComparer.Ordinal);

    private static string? PathOf(BoundExpression value) =>
        value switch
        {
            InputExpression => "input",
            LocalExpression local => local.Name,
            AbsentExpression absent => absent.Name,
            PresentExpression present => PathOf(present.Operand),
            AnyExpression any => PathOf(any.Operand),
            AnyMemberExpression { Key: LiteralExpression { Value: string key } } member when PathOf(member.Target) is { } target =>
                $"{target}.\"{key}\"",
            UnionMemberExpression member when PathOf(member.Target) is { } target => $"{target}.\"{member.Name}\"",
            MemberExpression member when PathOf(member.Target) is { } target => $"{target}.{member.Property}",
            _ => null,
        };
}
