namespace PromptKit.Outputs;

/// <summary>Reads an answer that comes piece by piece. What a piece costs depends on that piece, not on what came before.</summary>
internal sealed class PartialReader<TPartial>(Func<PartialValue, TPartial?> read, bool isWrapped)
{
    private static readonly char[] s_brackets = ['{', '['];

    private readonly PartialSink _sink = new();
    private JsonMender<PartialSink>? _mender;
    private string _rest = "";

    /// <summary>Takes another piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="partial">What there is of the output now; null when there is nothing yet.</param>
    /// <returns>Whether anything has changed.</returns>
    public bool Add(string piece, out TPartial? partial)
    {
        _sink.HasChanged = false;
        _rest += piece;
        while (Feed()) { }

        partial = _sink.HasChanged ? Read() : default;
        return _sink.HasChanged;
    }

    /// <summary>Forgets everything: another answer begins.</summary>
    public void Reset()
    {
        _mender = null;
        _rest = "";
        _sink.Reset();
    }

    /// <returns>Whether there may be another value in what is left.</returns>
    private bool Feed()
    {
        if (_mender is null or { IsOver: true })
        {
            // What does not fit at all was no answer: the next value may be one.
            var start = _sink.Root is { IsKnown: true } ? -1 : _rest.IndexOfAny(s_brackets);
            if (start < 0)
            {
                _rest = "";
                return false;
            }

            _rest = _rest[start..];
            _sink.Reset();
            _mender = new JsonMender<PartialSink>(_sink);
        }

        _mender.Feed(_rest.AsMemory(), isFinal: false);
        _rest = _rest[_mender.Position..];

        // Read, so that it is known whether anything fits.
        return _mender.IsOver && Read() is var _ && _rest.Length > 0 && _sink.Root is not { IsKnown: true };
    }

    private TPartial? Read()
    {
        var root = new PartialValue(_sink.Root);
        return read(isWrapped ? root.Unwrap() : root);
    }
}
