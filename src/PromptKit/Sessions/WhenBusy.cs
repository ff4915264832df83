namespace PromptKit;

/// <summary>What a send does while another turn runs on its thread.</summary>
public enum WhenBusy
{
    /// <summary>It waits for its turn.</summary>
    Queue,

    /// <summary>It throws an <see cref="InvalidOperationException"/> and leaves no trace.</summary>
    Throw,
}
