using System.Text.Json;
using PromptKit.Outputs;

namespace PromptKit.Tests.Outputs;

/// <summary>The reader without generated code. What generated code makes of it is tested with the prompts beside.</summary>
public sealed class LenientJsonTests
{
    private static readonly OutputMembers s_members = new(["id", "name"], ["id"]);

    [Fact]
    public void CleanJsonNeedsNoRepair()
    {
        var reading = LenientJson.Read("""{"id":1,"name":"Ann"}""", Read);

        Assert.Equal((1, "Ann"), reading.Value);
        Assert.True(reading.Fits);
        Assert.Empty(reading.Repairs);
    }

    [Fact]
    public void EveryRepairIsRecordedWithItsPath()
    {
        var reading = LenientJson.Read("""Here: [{'id': "42",}]""", (ref json) => json.ReadList(Read));

        Assert.Equal((42, ""), Assert.Single(reading.Value));
        Assert.Equal(
            [
                (OutputRepairKind.Prose, "$"),
                (OutputRepairKind.Quotes, "[0].id"),
                (OutputRepairKind.Conversion, "[0].id"),
                (OutputRepairKind.Punctuation, "[0]"),
            ],
            reading.Repairs.Select(repair => (repair.Kind, repair.Path))
        );
    }

    [Fact]
    public void EveryMismatchIsListedWithItsPath()
    {
        var reading = LenientJson.Read("""[{"id":"one"},{"name":[]}]""", (ref json) => json.ReadList(Read));

        Assert.Equal(
            [
                new JsonMismatch("[0].id", "must be an integer, but is the text 'one'"),
                new JsonMismatch("[1].name", "must be a text, but is a list"),
                new JsonMismatch("[1].id", "is missing"),
            ],
            reading.Mismatches
        );
    }

    [Fact]
    public void AnElementThatWasParsedAlreadyIsReadTheSameWay()
    {
        var reading = LenientJson.Read(JsonElement.Parse("""{"ID":"7"}"""), Read);

        Assert.Equal((7, ""), reading.Value);
        Assert.Equal([OutputRepairKind.NameSpelling, OutputRepairKind.Conversion], reading.Repairs.Select(repair => repair.Kind));
    }

    private static (long Id, string Name) Read(ref OutputReader json)
    {
        var cursor = json.BeginObject(s_members);
        var (id, name) = (0L, "");
        while (json.NextMember(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0:
                    id = json.ReadInteger();
                    break;
                case 1:
                    name = json.ReadString();
                    break;
            }
        }

        return (id, name);
    }
}
