namespace PromptKit.Compiler.Binding.Model;

/// <summary>Where an argument comes from.</summary>
internal enum ToolSupply
{
    /// <summary>From the model; all others are hidden from it.</summary>
    Model,

    /// <summary>The session of the call.</summary>
    Session,

    /// <summary>The session of the call, with its state.</summary>
    TypedSession,

    CancellationToken,

    /// <summary>The services themselves.</summary>
    Services,

    /// <summary>What function invocation was given.</summary>
    Arguments,

    Service,

    KeyedService,
}
