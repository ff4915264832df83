namespace PromptKit.Outputs;

/// <summary>Finds the value in a text that fits best what was asked for, and mends it.</summary>
/// <remarks>
/// Values that are not inside of each other are read once each. Where one does not fit at all, those inside of it are tried, as far as a
/// budget goes that is a multiple of the text's length: so the time is linear.
/// </remarks>
internal sealed class AnswerSearch<T>
{
    private const int BudgetFactor = 8;

    // What beginning anew costs, in characters.
    private const int CostOfTrying = 16;

    private const string Fence = "```";

    private readonly string _text;
    private readonly OutputRead<T> _read;
    private readonly bool _isWrapped;
    private readonly Utf8JsonSink _sink = new();
    private readonly JsonMender<Utf8JsonSink> _mender;
    private Candidate? _best;
    private int _tried;
    private long _budget;

    public AnswerSearch(string text, OutputRead<T> read, bool isWrapped)
    {
        _text = text;
        _read = read;
        _isWrapped = isWrapped;
        _mender = new JsonMender<Utf8JsonSink>(_sink);
        _budget = ((long)text.Length + 1) * BudgetFactor;
    }

    /// <summary>The best reading there is.</summary>
    public OutputReading<T> Run()
    {
        for (var start = Next(0); start >= 0 && _budget > 0; )
        {
            start = Next(Try(start));
        }

        if (_isWrapped && _best is null && !_text.AsSpan().IsWhiteSpace())
        {
            TryText();
        }

        return _best is { } best
            ? Reading(best)
            : new OutputReading<T>(default!, [new JsonMismatch("$", _text.AsSpan().IsWhiteSpace() ? "is empty" : "holds no JSON")], []);
    }

    private int Next(int from) =>
        from >= _text.Length ? -1
        : _text.AsSpan(from).IndexOfAny('{', '[') is var index and >= 0 ? from + index
        : -1;

    /// <returns>Where to look for the next value.</returns>
    private int Try(int start)
    {
        _sink.Reset();
        _mender.Reset();
        _mender.Feed(_text.AsMemory(start), isFinal: true);
        var end = start + _mender.Position;
        _budget -= end - start + CostOfTrying;
        if (_mender.IsTooDeep)
        {
            _best ??= TooDeep(start, end);
            return end;
        }

        var candidate = Read(start, end);
        Keep(candidate);
        var isOfUse = candidate.Score.Mismatches == 0 || candidate.Score.Matched > 0;
        return isOfUse ? end : start + 1;
    }

    // An answer that is no object may be the bare text: "billing", or a sentence about it.
    private void TryText()
    {
        var (start, end) = (0, _text.Length);
        if (_text.IndexOf(Fence, StringComparison.Ordinal) is >= 0 and var fence && _text.IndexOf('\n', fence) is > 0 and var line)
        {
            start = line + 1;
            end = _text.IndexOf(Fence, start, StringComparison.Ordinal) is >= 0 and var closing ? closing : end;
        }

        _sink.Reset();
        _sink.StartText();
        _sink.Text(_text.AsSpan(start, end - start).Trim("\uFEFF \t\r\n`"));
        _sink.EndText();
        Keep(Read(start, end));
    }

    private void Keep(Candidate candidate)
    {
        _tried++;

        // Of two that fit equally well the later one counts: it is the conclusion. Of two that do not fit, the first is the whole.
        var difference = _best is null ? 1 : candidate.Score.CompareWith(_best.Score);
        if (difference > 0 || (difference == 0 && candidate.Score.Mismatches == 0))
        {
            _best = candidate;
        }
    }

    private Candidate Read(int start, int end)
    {
        var reader = new OutputReader(_sink.Json, _sink.Repairs);
        var value = reader.ReadAll(_read, _isWrapped);
        var notes = reader.Notes!;
        var score = new AnswerScore(reader.Mismatches, reader.Matched, reader.Unknown, notes.Count - reader.Mismatches);

        // The JSON is kept only where paths in it are asked for: of what fits, by itself, nothing is.
        return new Candidate(value, score, start, end, notes, notes.Count > 0 ? _sink.Json.ToArray() : []);
    }

    private static Candidate TooDeep(int start, int end) =>
        new(default!, new AnswerScore(1, 0, 0, 0), start, end, [new OutputNote(0, Kind: null, "is nested too deep")], []);

    private OutputReading<T> Reading(Candidate best)
    {
        var (mismatches, repairs) = OutputPaths.Resolve(best.Json, best.Notes);
        List<OutputRepair> all = [.. Surroundings(best), .. repairs];
        return new OutputReading<T>(best.Value, mismatches, all);
    }

    private IEnumerable<OutputRepair> Surroundings(Candidate best)
    {
        if (_text.StartsWith('\uFEFF'))
        {
            yield return new OutputRepair(OutputRepairKind.ByteOrderMark, "$", "a byte order mark was dropped");
        }

        var before = _text.AsSpan(0, best.Start).Trim("\uFEFF \t\r\n");
        var after = _text.AsSpan(best.End).Trim();
        var isFenced = before.LastIndexOf(Fence) >= 0 && before[before.LastIndexOf(Fence)..].Trim().IndexOf('\n') < 0;
        if (isFenced)
        {
            before = before[..before.LastIndexOf(Fence)].Trim();
            after = after.StartsWith(Fence) ? after[Fence.Length..].Trim() : after;
        }

        var isProse = !before.IsEmpty || !after.IsEmpty;
        if (isFenced)
        {
            yield return new OutputRepair(OutputRepairKind.Fence, "$", "the code fence around it was dropped");
        }

        if (isProse)
        {
            yield return new OutputRepair(OutputRepairKind.Prose, "$", "the text around it was dropped");
        }

        if (_tried > 1)
        {
            yield return new OutputRepair(OutputRepairKind.Choice, "$", $"of {_tried} values the one that fits best was taken");
        }
    }

    private sealed record Candidate(T Value, AnswerScore Score, int Start, int End, List<OutputNote> Notes, byte[] Json);
}
