using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>Who answers in a turn: a rendered preamble with its options, tools and client.</summary>
internal sealed class TurnAgent
{
    private const int DefaultMaxToolRounds = 40;

    private readonly ChatOptions? _chatOptions;
    private readonly SendOptions _send;
    private readonly string? _modelId;

    /// <exception cref="InvalidOperationException">Two tools have one name, or one that the prompt needs is missing.</exception>
    public TurnAgent(SessionServices services, IChatPreamble source, TurnRequest request, TurnRun run)
    {
        (_chatOptions, _send) = (request.ChatOptions, request.Send);
        Prompt = source.Prompt;
        Preamble = source.Render();
        AITool[]? transfers = Prompt is { AgentNames: { Count: > 0 } agents }
            ? [.. agents.Select(name => new TransferFunction(services.PromptOf(name), run))]
            : null;
        Tools = request.Tools.Of(
            OptionsMerge.Tools(Preamble.Given?.Tools, _chatOptions?.Tools, _send.Options?.Tools, _send.Tools, transfers)
        );
        foreach (var name in Prompt?.ToolNames ?? [])
        {
            ThrowIfMissing(name.TrimEnd('?'));
        }

        (Client, _modelId) = services.ClientOf(_send.Options?.ModelId ?? _chatOptions?.ModelId ?? Preamble.Given?.ModelId);
        Invoking = Client.GetService<FunctionInvokingChatClient>();
        MaxToolRounds = _send.MaxToolRounds ?? Prompt?.MaxToolRounds ?? Invoking?.MaximumIterationsPerRequest ?? DefaultMaxToolRounds;
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
        var options = Preamble.Given?.Clone() ?? new ChatOptions();
        OptionsMerge.Apply(options, _chatOptions);
        OptionsMerge.Apply(options, _send.Options);
        options.ModelId = _modelId;
        options.Tools = Tools.Declared.Count > 0 ? [.. Tools.Declared] : null;

        // The history is here, not at the service.
        options.ConversationId = null;
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
