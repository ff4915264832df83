namespace PromptKit;

/// <summary>The two calls that a <see cref="KeyValueSessionStore"/> needs of an engine.</summary>
/// <remarks>Both are called from several threads at once, and by several processes if they share the engine.</remarks>
public interface IKeyValueStore
{
    /// <summary>Reads a value.</summary>
    /// <param name="key">The key: at most 150 of the characters <c>a-z 0-9 /</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value, as it was last put; <see langword="null"/> when nothing was put under this key.</returns>
    ValueTask<KeyValueEntry?> GetAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Writes a value if nobody else wrote it in between: the comparison and the writing are one step.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value. May be empty.</param>
    /// <param name="etag">
    /// The <see cref="KeyValueEntry.ETag"/> that the value must still have; <see langword="null"/> when nothing may be there yet.
    /// </param>
    /// <param name="cancellationToken">Gives up; whether the value was written is then unknown.</param>
    /// <returns>Whether it was written; <see langword="false"/> when somebody else did.</returns>
    ValueTask<bool> PutAsync(string key, ReadOnlyMemory<byte> value, string? etag, CancellationToken cancellationToken = default);
}
