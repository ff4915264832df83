namespace PromptKit;

/// <summary>Stored with the messages of a turn that has an id of the caller's, so that a repeat finds its answer.</summary>
/// <param name="Id">The caller's id.</param>
/// <param name="Reply">With the turn's last message, if the turn came to its end.</param>
internal sealed record TurnMark(string Id, StoredReply? Reply);
