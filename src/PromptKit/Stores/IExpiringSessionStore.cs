namespace PromptKit;

/// <summary>A store whose engine does not delete expired sessions by itself: somebody has to call for it now and then.</summary>
/// <remarks>An expired session is gone for every other member at once, whether it was purged or not. Safe to call from several threads.</remarks>
public interface IExpiringSessionStore : ISessionStore
{
    /// <summary>Deletes the sessions that have expired.</summary>
    /// <param name="cancellationToken">Gives up; some may be deleted.</param>
    /// <returns>How many it deleted.</returns>
    ValueTask<int> PurgeExpiredAsync(CancellationToken cancellationToken = default);
}
