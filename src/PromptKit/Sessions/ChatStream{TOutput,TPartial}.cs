using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A model's answer while it is being written, and what there is of its output.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <typeparam name="TPartial">What there is of the output: of a record, one whose members are all nullable.</typeparam>
/// <inheritdoc cref="ChatStream" path="/remarks"/>
public sealed class ChatStream<TOutput, TPartial> : ChatStream<TOutput>
{
    private readonly PromptOutput<TOutput, TPartial> _output;

    internal ChatStream(Turn turn, CancellationToken cancellationToken, PromptOutput<TOutput, TPartial> output)
        : base(turn, cancellationToken, output) => _output = output;

    /// <summary>
    /// The output so far, each time that more of it has arrived: members that were not received yet are null, texts and lists grow. What
    /// a piece costs depends on that piece, not on what came before. The stream can be enumerated once, either so or by its updates;
    /// <see cref="ChatStream{TOutput}.Reply"/> has the whole output. When an answer does not fit and another is asked for
    /// (<c>output.retries</c>), it begins anew, with null.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)] // Looking at it would start the turn.
    public IAsyncEnumerable<TPartial?> PartialOutputs => ReadPartialsAsync();

    private async IAsyncEnumerable<TPartial?> ReadPartialsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = _output.StartPartial();
        await foreach (var update in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (update is AttemptUpdate)
            {
                reader.Reset();
                yield return default;
            }
            else if (update.Contents.Any(content => content is FunctionCallContent or FunctionResultContent))
            {
                // What was said before a tool is not the answer.
                reader.Reset();
            }
            else if (update.Text is { Length: > 0 } text && reader.Add(text, out var partial))
            {
                yield return partial;
            }
        }
    }
}
