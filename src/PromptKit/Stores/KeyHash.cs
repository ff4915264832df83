using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PromptKit;

/// <summary>Ids of any length and of any characters, lone surrogates included, as keys of a fixed length that every engine can index.</summary>
internal static class KeyHash
{
    /// <summary>For what one thread's owner chooses: 16 bytes.</summary>
    public static byte[] OfTurn(string turnId) => Hash(turnId)[..16];

    /// <summary>For what must never meet anybody else's: 32 bytes.</summary>
    public static byte[] OfSession(string sessionId) => Hash(sessionId);

    private static byte[] Hash(string text) => SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
}
