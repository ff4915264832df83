namespace PromptKit;

/// <summary>Which prompt answers, and the hand-over from one to another.</summary>
internal sealed partial class TurnRun
{
    // Whom the conversation was handed to, by an earlier turn or this one; null as long as it is the chat's own prompt.
    private StoredAgent? _active;
    private StoredAgent? _transfer;
    private Prompt? _entry;

    /// <summary>Whether function invocation has to begin anew, because another agent with other tools goes on.</summary>
    public bool HasTransferred { get; private set; }

    /// <summary>A transfer by the model. It takes effect after all other calls of its round.</summary>
    /// <returns>What the model is told.</returns>
    public string TransferTo(StoredAgent target)
    {
        lock (_lock)
        {
            if (_transfer is { } first)
            {
                return $"Error: The conversation is handed over to {first.Name} already.";
            }

            _transfer = target;
            return $"The conversation is handed over to {target.Name}.";
        }
    }

    /// <summary>Whether there is a new agent to begin with; answers once.</summary>
    public bool TakeTransferred()
    {
        var hasTransferred = HasTransferred;
        HasTransferred = false;
        return hasTransferred;
    }

    private TurnAgent MakeAgent(IChatPreamble source) => new(_services, source, _request, this);

    /// <summary>The agent that was active last, if the chat's prompt leads to it; else the chat's prompt.</summary>
    private TurnAgent FirstAgent()
    {
        var entry = _request.Source();
        _entry = entry.Prompt;
        if (Thread.Head.Properties.Agent is { } stored && Reachable(entry.Prompt, stored.Name) is { } prompt)
        {
            try
            {
                var agent = MakeAgent(new JsonPreamble(prompt, stored.Input));
                _active = stored;
                return agent;
            }
            catch (PromptInputException exception)
            {
                // The prompt has changed since. Failing here would make the thread useless.
                SessionLogMessages.AgentChanged(_services.Log, exception, stored.Name, Thread.Name);
            }
        }

        return MakeAgent(entry);
    }

    private void ApplyTransfer()
    {
        if (_transfer is { } target)
        {
            _agent = MakeAgent(new JsonPreamble(_services.PromptOf(target.Name), target.Input));
            _transfer = null;
            _modelCalls = 0;
            HasTransferred = true;
        }
    }

    private Prompt? Reachable(Prompt? entry, string name)
    {
        var toVisit = new Queue<Prompt>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (entry is not null)
        {
            toVisit.Enqueue(entry);
        }

        while (toVisit.TryDequeue(out var prompt))
        {
            if (prompt.Name == name)
            {
                return prompt;
            }

            if (seen.Add(prompt.Name))
            {
                foreach (var next in prompt.AgentNames)
                {
                    toVisit.Enqueue(_services.PromptOf(next));
                }
            }
        }

        return null;
    }
}
