using System.ComponentModel;
using ScribanText = Scriban.Functions.StringFunctions;

namespace PromptKit.Rendering;

/// <summary>
/// The functions <c>string.*</c> of templates that encode a text or hash it. For generated code: its shape may change with any version.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextHashes
{
    /// <summary><c>string.md5</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The hash of its UTF-8, in lower-case hexadecimal digits.</returns>
    public static string Md5(string text) => ScribanText.Md5(text);

    /// <summary><c>string.sha1</c>.</summary>
    /// <inheritdoc cref="Md5"/>
    public static string Sha1(string text) => ScribanText.Sha1(text);

    /// <summary><c>string.sha256</c>.</summary>
    /// <inheritdoc cref="Md5"/>
    public static string Sha256(string text) => ScribanText.Sha256(text);

    /// <summary><c>string.sha512</c>.</summary>
    /// <inheritdoc cref="Md5"/>
    public static string Sha512(string text) => ScribanText.Sha512(text);

    /// <summary><c>string.hmac_sha1</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secretKey">The key.</param>
    /// <returns>The keyed hash of its UTF-8, in lower-case hexadecimal digits.</returns>
    public static string HmacSha1(string text, string secretKey) => ScribanText.HmacSha1(text, secretKey);

    /// <summary><c>string.hmac_sha256</c>.</summary>
    /// <inheritdoc cref="HmacSha1"/>
    public static string HmacSha256(string text, string secretKey) => ScribanText.HmacSha256(text, secretKey);

    /// <summary><c>string.hmac_sha512</c>.</summary>
    /// <inheritdoc cref="HmacSha1"/>
    public static string HmacSha512(string text, string secretKey) => ScribanText.HmacSha512(text, secretKey);

    /// <summary><c>string.base64_encode</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its UTF-8 in base 64.</returns>
    public static string Base64Encode(string text) => ScribanText.Base64Encode(text);

    /// <summary><c>string.base64_decode</c>.</summary>
    /// <param name="text">UTF-8 in base 64.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">It is not base 64.</exception>
    public static string Base64Decode(string text) => ScribanText.Base64Decode(text);
}
