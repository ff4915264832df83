namespace PromptKit.Testing;

/// <summary>A clock that a law sets. Timers are the system's.</summary>
internal sealed class LawClock : TimeProvider
{
    // Whole seconds, from a time that every engine can keep.
    private long _ticks = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}
