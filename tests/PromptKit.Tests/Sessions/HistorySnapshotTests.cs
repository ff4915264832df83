using FsCheck;
using FsCheck.Fluent;

namespace PromptKit.Tests.Sessions;

public class HistorySnapshotTests
{
    [Fact]
    public void AnyAppends_GiveWhatAListGives_AndLeaveEarlierSnapshotsAsTheyWere() =>
        Prop.ForAll(
                Gen.Choose(0, 150).ArrayOf().ToArbitrary(),
                sizes =>
                {
                    var snapshots = new List<(HistorySnapshot Snapshot, int Count)> { (HistorySnapshot.Empty, 0) };
                    foreach (var size in sizes)
                    {
                        var (last, count) = snapshots[^1];
                        var more = Enumerable
                            .Range(count, size)
                            .Select(number => HistoryEntry.Of(new ChatMessage(ChatRole.User, $"{number}")));
                        snapshots.Add((last.Append([.. more]), count + size));
                    }

                    return snapshots.TrueForAll(entry =>
                        entry.Snapshot.Count == entry.Count
                        && entry
                            .Snapshot.Select(message => message.Text)
                            .SequenceEqual(Enumerable.Range(0, entry.Count).Select(number => $"{number}"))
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void OutsideOfItsCount_ThereIsNothing(int index)
    {
        var snapshot = HistorySnapshot.Empty.Append([HistoryEntry.Of(new ChatMessage(ChatRole.User, "one"))]);
        snapshot.Append([HistoryEntry.Of(new ChatMessage(ChatRole.User, "later"))]);

        Assert.Throws<ArgumentOutOfRangeException>(() => snapshot[index]);
    }
}
