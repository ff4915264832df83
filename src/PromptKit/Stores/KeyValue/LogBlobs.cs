namespace PromptKit;

/// <summary>The blobs of one owner: written once under an id that nobody else has, and emptied when the owner is deleted.</summary>
internal sealed class LogBlobs(IKeyValueStore store, string owner)
{
    public async ValueTask<Guid> PutAsync(Action<BinaryWriter> write, CancellationToken cancellationToken) =>
        await PutAsync(KeyValueFormat.Write(write), cancellationToken).ConfigureAwait(false);

    public async ValueTask<Guid> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        return await store.PutAsync(Key(id), bytes, etag: null, cancellationToken).ConfigureAwait(false)
            ? id
            : throw new InvalidDataException($"The key '{Key(id)}' was in use before it was given out.");
    }

    public async ValueTask<T> GetAsync<T>(Guid id, Func<BinaryReader, T> read, CancellationToken cancellationToken) =>
        KeyValueFormat.Read(await GetAsync(id, cancellationToken).ConfigureAwait(false), read);

    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await store.GetAsync(Key(id), cancellationToken).ConfigureAwait(false) is { } entry
            ? entry.Value
            : throw new BlobMissingException(Key(id));

    public async ValueTask EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Key(id), cancellationToken).ConfigureAwait(false) is { } entry)
        {
            await store.PutAsync(Key(id), default, entry.ETag, cancellationToken).ConfigureAwait(false);
        }
    }

    private string Key(Guid id) => $"{owner}/{id:N}";
}
