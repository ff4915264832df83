using System.ComponentModel;
using PromptKit.Outputs;

namespace PromptKit;

/// <summary>How a prompt's answers are read, also while they are being written.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <typeparam name="TPartial">What there is of the output while it is being written.</typeparam>
/// <remarks>Immutable; all members are safe to use from several threads.</remarks>
public sealed class PromptOutput<TOutput, TPartial> : PromptOutput<TOutput>
{
    private readonly Func<PartialValue, TPartial?> _readPartial;

    /// <summary>Initializes a new instance of the <see cref="PromptOutput{TOutput, TPartial}"/> class. For generated code.</summary>
    /// <param name="read">Reads the output.</param>
    /// <param name="readPartial">Reads what there is of it.</param>
    /// <param name="isWrapped">Whether it travels as <c>{"value": …}</c>.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PromptOutput(OutputRead<TOutput> read, Func<PartialValue, TPartial?> readPartial, bool isWrapped = false)
        : base(read, isWrapped)
    {
        ArgumentNullException.ThrowIfNull(readPartial);
        _readPartial = readPartial;
    }

    /// <summary>Begins to read an answer that comes piece by piece.</summary>
    internal PartialReader<TPartial> StartPartial() => new(_readPartial, IsWrapped);
}
