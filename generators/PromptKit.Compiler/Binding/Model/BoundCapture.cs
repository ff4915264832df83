using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>Keeps what its body writes in a local.</summary>
/// <param name="Local">The local.</param>
/// <param name="TypeCode">Its type in C#.</param>
/// <param name="Mark">The local that holds where the captured text starts.</param>
/// <param name="IsDeclaration">Whether the local starts here.</param>
/// <param name="Body">What writes.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record BoundCapture(
    string Local,
    string TypeCode,
    string Mark,
    bool IsDeclaration,
    EquatableArray<BoundStatement> Body,
    SourcePlace Place
) : BoundStatement(Place)
{
    /// <summary>Whether it is a partial's text and no <c>capture</c>.</summary>
    public bool IsInclude { get; init; }

    /// <summary>Of a partial, whether its text goes on with the line before it, as auto-indent sees it.</summary>
    public bool ContinuesLine { get; init; }
}
