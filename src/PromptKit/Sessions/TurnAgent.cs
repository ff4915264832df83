using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Who answers in a turn: a rendered preamble with its options, tools and client.</summary>
internal sealed class TurnAgent
{
    private const int DefaultMaxToolRounds = 40;

    private readonly ChatOptions _options;

    /// <exception cref="InvalidOperationException">Two tools have one name, or one that the prompt needs is missing.</exception>
    public TurnAgent(SessionServices services, IChatPreamble source, ChatOptions? chatOptions, SendOptions send, TurnRun run)
    {
        Prompt = source.Prompt;
        Preamble = source.Render();

        // Clients may change what they are given; and the history is here, not at the service.
        _options = Preamble.Options.Clone();
        _options.ConversationId = null;
        OptionsMerge.Apply(_options, chatOptions);
        OptionsMerge.Apply(_options, send.Options);
        OptionsMerge.AddTools(_options, send.Tools);
        OptionsMerge.AddTools(
            _options,
            [.. (Prompt?.AgentNames ?? []).Select(name => (AITool)new TransferFunction(services.PromptOf(name), run))]
        );
        Tools = _options.Tools is { Count: > 0 } tools ? new ToolSet(tools) : ToolSet.Empty;
        _options.Tools = Tools.Declared.Count > 0 ? Tools.Declared : null;
        foreach (var name in Prompt?.ToolNames ?? [])
        {
            ThrowIfMissing(name.TrimEnd('?'));
        }

        (Client, _options.ModelId) = services.ClientOf(_options.ModelId);
        Invoking = Client.GetService<FunctionInvokingChatClient>();
        MaxToolRounds = send.MaxToolRounds ?? Prompt?.MaxToolRounds ?? Invoking?.MaximumIterationsPerRequest ?? DefaultMaxToolRounds;
    }

    public Prompt? Prompt { get; }

    public Preamble Preamble { get; }

    public ToolSet Tools { get; }

    public IChatClient Client { get; }

    /// <summary>The function invocation in the client's pipeline, whose settings count; <see langword="null"/> when there is none.</summary>
    public FunctionInvokingChatClient? Invoking { get; }

    public int MaxToolRounds { get; }

    /// <summary>Options for one model call, which the client may change.</summary>
    /// <param name="isFirst">Whether it is the turn's first: a tool that the model must call, it must call once.</param>
    public ChatOptions OptionsForCall(bool isFirst)
    {
        var options = _options.Clone();
        if (!isFirst && options.ToolMode is RequiredChatToolMode)
        {
            options.ToolMode = null;
        }

        return options;
    }

    private void ThrowIfMissing(string tool)
    {
        if (!Tools.Has(tool))
        {
            throw new InvalidOperationException(
                $"The prompt '{Prompt!.Name}' needs the tool '{tool}', and nobody supplies it: give it with the chat's options or the send."
            );
        }
    }
}
