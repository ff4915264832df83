using System.Security.Cryptography;

namespace PromptKit.Stores.Tests.KeyValue;

/// <summary>
/// Values in files: a new one is written beside the old and takes its place at once. One writer at a time, as one process can have it; several
/// would need a lock file. The first 16 bytes of a file are its tag.
/// </summary>
internal sealed class FileKeyValues(string folder, SemaphoreSlim writing) : IKeyValueStore
{
    private const int TagLength = 16;

    public async ValueTask<KeyValueEntry?> GetAsync(string key, CancellationToken cancellationToken = default)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(PathOf(key), cancellationToken);
            return new KeyValueEntry(bytes.AsMemory(TagLength), Convert.ToHexString(bytes, 0, TagLength));
        }
        catch (IOException exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public async ValueTask<bool> PutAsync(
        string key,
        ReadOnlyMemory<byte> value,
        string? etag,
        CancellationToken cancellationToken = default
    )
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await writing.WaitAsync(cancellationToken);
        try
        {
            if ((await GetAsync(key, cancellationToken))?.ETag != etag)
            {
                return false;
            }

            await File.WriteAllBytesAsync(path + ".new", [.. RandomNumberGenerator.GetBytes(TagLength), .. value.Span], cancellationToken);
            File.Move(path + ".new", path, overwrite: true);
            return true;
        }
        finally
        {
            writing.Release();
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + ".value");
}
