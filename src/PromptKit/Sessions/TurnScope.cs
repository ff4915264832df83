namespace PromptKit;

/// <summary>What the code of a tool, or of <c>RunAsync</c>, belongs to. Flows into everything that this code starts.</summary>
internal sealed class TurnScope(Session session, TurnRun? run = null, CallSlot? call = null)
{
    private static readonly AsyncLocal<TurnScope?> s_current = new();

    private readonly TurnScope? _outer = s_current.Value;

    public static TurnScope? Current => s_current.Value;

    public Session Session => session;

    public string? IdempotencyKey => run is not null && call is not null ? run.KeyOf(call) : null;

    /// <summary>The turn of this session that still runs around this code; <see langword="null"/> when there is none.</summary>
    public TurnRun? Run => run is { IsOver: false } ? run : null;

    /// <summary>To be called in an async method, which puts the old value back when it returns.</summary>
    public static void Enter(TurnScope scope) => s_current.Value = scope;

    /// <summary>Whether a turn around this code holds the thread.</summary>
    public static bool IsHeld(ChatThread thread)
    {
        for (var scope = s_current.Value; scope is not null; scope = scope._outer)
        {
            if (scope.Run is { } run && run.Thread == thread)
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="InvalidOperationException">A turn around this code holds the thread, and would wait for itself.</exception>
    public static void ThrowIfHeld(ChatThread thread)
    {
        if (IsHeld(thread))
        {
            throw new InvalidOperationException(
                $"This code runs inside a turn of the thread '{thread.Name}' and cannot have another turn on it: that turn waits for it."
            );
        }
    }

    /// <summary>The turn of a session around this code.</summary>
    public static TurnRun? RunOf(Session session)
    {
        for (var scope = s_current.Value; scope is not null; scope = scope._outer)
        {
            if (scope.Session == session && scope.Run is { } run)
            {
                return run;
            }
        }

        return null;
    }
}
