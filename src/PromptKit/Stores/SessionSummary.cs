namespace PromptKit;

/// <summary>A session in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it was created, by the store's clock.</param>
/// <param name="UpdatedAt">When the last commit was written, by the store's clock.</param>
/// <param name="ContinuationToken">For <see cref="SessionQuery.ContinuationToken"/>, to list what comes after it.</param>
public sealed record SessionSummary(string Id, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, string ContinuationToken);
