namespace PromptKit.Outputs;

/// <summary>Reads an answer that comes piece by piece. What a piece costs depends on that piece, not on what came before.</summary>
internal sealed class PartialReader<TPartial>(Func<PartialValue, TPartial?> read, bool isWrapped)
{
    private static readonly char[] s_brackets = ['{', '['];

    private readonly PartialSink _sink = new();
    private JsonMender<PartialSink>? _mender;
    private string _rest = "";
    private int _start;

    /// <summary>Takes another piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="partial">What there is of the output now; null when there is nothing yet.</param>
    /// <returns>Whether anything has changed.</returns>
    public bool Add(string piece, out TPartial? partial)
    {
        _sink.HasChanged = false;
        _rest = _start < _rest.Length ? string.Concat(_rest.AsSpan(_start), piece) : piece;
        _start = 0;
        while (Feed()) { }

        partial = _sink.HasChanged ? Read() : default;
        return _sink.HasChanged;
    }

    /// <summary>Forgets everything: another answer begins.</summary>
    public void Reset()
    {
        _mender = null;
        _rest = "";
        _start = 0;
        _sink.Reset();
    }

    /// <returns>Whether there may be another value in what is left.</returns>
    private bool Feed()
    {
        if (_mender is null or { IsOver: true })
        {
            // What does not fit at all was no answer: the next value may be one.
            var next = _sink.Root is { IsKnown: true } ? -1 : _rest.IndexOfAny(s_brackets, _start);
            if (next < 0)
            {
                _start = _rest.Length;
                return false;
            }

            _start = next;
            _sink.Reset();
            _mender = new JsonMender<PartialSink>(_sink);
        }

        _mender.Feed(_rest.AsMemory(_start), isFinal: false);
        _start += _mender.Position;
        if (!_mender.IsOver)
        {
            return false;
        }

        // Read, so that it is known whether anything fits.
        Read();
        return _start < _rest.Length && _sink.Root is not { IsKnown: true };
    }

    private TPartial? Read()
    {
        var root = new PartialValue(_sink.Root);
        return read(isWrapped ? root.Unwrap() : root);
    }
}
