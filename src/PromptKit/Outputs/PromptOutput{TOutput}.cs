using System.Diagnostics.CodeAnalysis;
using PromptKit.Outputs;

namespace PromptKit;

/// <summary>How a prompt's answers are read: leniently, then typed strictly.</summary>
/// <typeparam name="TOutput">The output: a generated record or enum, a list, a scalar.</typeparam>
/// <remarks>Immutable; all members are safe to use from several threads. Reading takes time linear in the length of the answer.</remarks>
public abstract class PromptOutput<TOutput> : PromptOutput
{
    private readonly OutputRead<TOutput> _read;

    private protected PromptOutput(OutputRead<TOutput> read, bool isWrapped)
    {
        ArgumentNullException.ThrowIfNull(read);
        _read = read;
        IsWrapped = isWrapped;
    }

    private protected bool IsWrapped { get; }

    /// <summary>Reads an answer.</summary>
    /// <param name="text">The answer: JSON, or a text with JSON in it.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="OutputFormatException">The answer does not fit and cannot be made to.</exception>
    public TOutput Read(string text) => Read(text, isStrict: false, out _);

    /// <summary>Reads an answer.</summary>
    /// <param name="text">The answer: JSON, or a text with JSON in it.</param>
    /// <param name="repairs">What was changed to make it fit; empty when it was right as it was.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="OutputFormatException">The answer does not fit and cannot be made to.</exception>
    public TOutput Read(string text, out IReadOnlyList<OutputRepair> repairs) => Read(text, isStrict: false, out repairs);

    /// <summary>Reads an answer if it fits or can be made to.</summary>
    /// <param name="text">The answer: JSON, or a text with JSON in it.</param>
    /// <param name="output">The output; the default value when it does not fit.</param>
    /// <returns>Whether it fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public bool TryRead(string text, [MaybeNullWhen(false)] out TOutput output) => TryRead(text, isStrict: false, out output);

    internal TOutput Read(string text, bool isStrict, out IReadOnlyList<OutputRepair> repairs)
    {
        var reading = LenientJson.Read(text, _read, IsWrapped);
        repairs = reading.Repairs;
        var mismatches = Mismatches(in reading, isStrict);
        return mismatches.Count == 0 ? reading.Value : throw new OutputFormatException(text, mismatches);
    }

    internal bool TryRead(string text, bool isStrict, [MaybeNullWhen(false)] out TOutput output)
    {
        var reading = LenientJson.Read(text, _read, IsWrapped);
        var fits = Mismatches(in reading, isStrict).Count == 0;
        output = fits ? reading.Value : default;
        return fits;
    }

    internal sealed override IReadOnlyList<JsonMismatch> Check(string text, bool isStrict)
    {
        var reading = LenientJson.Read(text, _read, IsWrapped);
        return Mismatches(in reading, isStrict);
    }

    internal sealed override IReadOnlyList<OutputRepair> RepairsOf(string text) => LenientJson.Read(text, _read, IsWrapped).Repairs;

    private static IReadOnlyList<JsonMismatch> Mismatches(in OutputReading<TOutput> reading, bool isStrict) =>
        isStrict && reading is { Fits: true, Repairs.Count: > 0 } ? Forbid(reading.Repairs) : reading.Mismatches;
}
