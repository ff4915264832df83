namespace PromptKit.Testing.Tests;

/// <summary>A clock on which every wait is over at once, and that remembers how long it would have been.</summary>
internal sealed class ImmediateClock : TimeProvider
{
    public List<TimeSpan> Delays { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Delays.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
