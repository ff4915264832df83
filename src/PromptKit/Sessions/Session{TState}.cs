using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A session with typed state that all its threads, and their tools, share.</summary>
/// <typeparam name="TState">
/// The state: immutable, best a record. What <see cref="State"/> gives is never written back; only <see cref="UpdateStateAsync"/> changes
/// the state.
/// </typeparam>
/// <remarks>All members are safe to use from several threads at once.</remarks>
public sealed class Session<TState> : Session
{
    /// <summary>Initializes a new instance of the <see cref="Session{TState}"/> class, in memory and without any message.</summary>
    /// <param name="chatClient">The model to talk to. It is called from several threads at once when several threads have a turn.</param>
    /// <param name="initial">The state to begin with.</param>
    /// <param name="options">How the session is kept; <see langword="null"/>, the default, is by the defaults.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="chatClient"/> or <paramref name="initial"/> is <see langword="null"/>.
    /// </exception>
    public Session(IChatClient chatClient, TState initial, SessionManagerOptions? options = null)
        : base(SessionOrigin.InMemoryWithState(chatClient, initial, options)) { }

    internal Session(SessionOrigin origin)
        : base(origin) { }

    /// <summary>The session that the running code belongs to, if its state is a <typeparamref name="TState"/>.</summary>
    public static new Session<TState>? Current => Session.Current as Session<TState>;

    /// <summary>
    /// The state. Inside a tool it is what its turn sees, changes by this turn included; elsewhere what is known to be stored.
    /// </summary>
    public new TState State => (TState)(TurnScope.RunOf(this) is { } run ? run.VisibleState() : base.State.Current.Value)!;

    /// <summary>
    /// Changes the state. In a tool the change is visible to its turn at once, and stored together with the tool's result; elsewhere it is
    /// stored at once. When somebody else changed the state in between, <paramref name="update"/> is applied again to the newer one: so it
    /// must be pure, and cope with any state. (As long as it throws on the newer one, the round it belongs to is unsaved.)
    /// </summary>
    /// <param name="update">Makes the new state from the old one, without changing the old one.</param>
    /// <param name="cancellationToken">Gives up; outside of a tool the outcome is then unknown.</param>
    /// <returns>The new state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="update"/> is <see langword="null"/>.</exception>
    /// <exception cref="SessionNotFoundException">The session was deleted.</exception>
    public async ValueTask<TState> UpdateStateAsync(Func<TState, TState> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        object? Apply(object? state) => update((TState)state!);
        if (TurnScope.RunOf(this) is { } run)
        {
            run.UpdateState(Apply);
            return State;
        }

        await CallersContext.Leave();
        return (TState)(await Log.UpdateStateAsync(Apply, cancellationToken).ConfigureAwait(false)).Value!;
    }

    /// <summary>Talks on the thread <c>main</c> with a prompt whose input follows the state, turn by turn.</summary>
    /// <typeparam name="TInput">The prompt's input record.</typeparam>
    /// <param name="prompt">The prompt.</param>
    /// <param name="input">Makes the input from the state; called at the beginning of every turn. It must be pure.</param>
    /// <param name="options">Options and tools of this chat; stronger than the prompt's. Default: none.</param>
    /// <returns>A chat on the thread, whatever was said there before.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public Chat Chat<TInput>(Prompt<TInput> prompt, Func<TState, TInput> input, ChatOptions? options = null)
        where TInput : class => Chat(ThreadNames.Default, prompt, input, options);

    /// <summary>Talks on one thread with a prompt whose input follows the state, turn by turn.</summary>
    /// <typeparam name="TInput">The prompt's input record.</typeparam>
    /// <param name="thread">The thread's name: 1 to 64 of the characters <c>A-Z a-z 0-9 . _ : -</c>; case matters.</param>
    /// <param name="prompt">The prompt.</param>
    /// <param name="input">Makes the input from the state; called at the beginning of every turn. It must be pure.</param>
    /// <param name="options">Options and tools of this chat; stronger than the prompt's. Default: none.</param>
    /// <returns>A chat on the thread, whatever was said there before.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="thread"/> is not a thread name.</exception>
    public Chat Chat<TInput>(string thread, Prompt<TInput> prompt, Func<TState, TInput> input, ChatOptions? options = null)
        where TInput : class
    {
        ThreadNames.Check(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(input);
        return new Chat(this, Thread(thread), () => prompt.With(input(State)), options);
    }

    /// <summary>Talks on the thread <c>main</c> with a prompt that has an output and whose input follows the state, turn by turn.</summary>
    /// <typeparam name="TInput">The prompt's input record.</typeparam>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <typeparam name="TPartial">What there is of it while it is being written.</typeparam>
    /// <inheritdoc cref="Chat{TInput}(Prompt{TInput}, Func{TState, TInput}, ChatOptions)"/>
    public Chat<TOutput, TPartial> Chat<TInput, TOutput, TPartial>(
        Prompt<TInput, TOutput, TPartial> prompt,
        Func<TState, TInput> input,
        ChatOptions? options = null
    )
        where TInput : class => Chat(ThreadNames.Default, prompt, input, options);

    /// <summary>Talks on one thread with a prompt that has an output and whose input follows the state, turn by turn.</summary>
    /// <typeparam name="TInput">The prompt's input record.</typeparam>
    /// <typeparam name="TOutput">The prompt's output.</typeparam>
    /// <typeparam name="TPartial">What there is of it while it is being written.</typeparam>
    /// <inheritdoc cref="Chat{TInput}(string, Prompt{TInput}, Func{TState, TInput}, ChatOptions)"/>
    public Chat<TOutput, TPartial> Chat<TInput, TOutput, TPartial>(
        string thread,
        Prompt<TInput, TOutput, TPartial> prompt,
        Func<TState, TInput> input,
        ChatOptions? options = null
    )
        where TInput : class
    {
        ThreadNames.Check(thread, nameof(thread));
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentNullException.ThrowIfNull(input);
        return new Chat<TOutput, TPartial>(this, Thread(thread), () => prompt.With(input(State)), prompt.Output, options);
    }
}
