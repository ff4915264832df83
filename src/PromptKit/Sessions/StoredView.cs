using System.Runtime.InteropServices;
using System.Text.Json;

namespace PromptKit;

/// <summary>A <see cref="HistoryView"/> as it is stored with its thread, so that a summary is not paid for again.</summary>
/// <param name="Position">Up to where it stands for the thread.</param>
/// <param name="Parts">What is sent instead, in order.</param>
internal sealed record StoredView(long Position, IReadOnlyList<StoredView.Part> Parts)
{
    /// <summary>From where on the thread must be loaded.</summary>
    public long FirstPosition() => Parts.Where(part => part.Message is null).Select(part => part.From).Append(Position).Min();

    public static StoredView Of(HistoryView view)
    {
        var parts = new List<Part>();
        foreach (var (entry, position) in view.Items)
        {
            if (position is not { } from)
            {
                parts.Add(new Part { Message = JsonElement.Parse(entry.Payload.Span) });
            }
            else if (parts is [.., { Message: null } last] && last.From + last.Count == from)
            {
                parts[^1] = last with { Count = last.Count + 1 };
            }
            else
            {
                parts.Add(new Part { From = from, Count = 1 });
            }
        }

        return new StoredView(view.Position, parts);
    }

    /// <summary>The view, over a history that is loaded from <see cref="FirstPosition"/> on.</summary>
    public HistoryView ToView(HistorySnapshot history)
    {
        var items = new List<HistoryView.Item>();
        foreach (var part in Parts)
        {
            if (part.Message is { } message)
            {
                items.Add(new(new HistoryEntry(JsonMarshal.GetRawUtf8Value(message).ToArray()), null));
                continue;
            }

            for (var position = part.From; position < part.From + part.Count; position++)
            {
                items.Add(new(history.EntryAt(position), position));
            }
        }

        return new HistoryView(Position, items);
    }

    /// <summary>A message of the reducer's own, or a stretch of the thread.</summary>
    internal sealed record Part
    {
        public JsonElement? Message { get; init; }

        public long From { get; init; }

        public int Count { get; init; }
    }
}
