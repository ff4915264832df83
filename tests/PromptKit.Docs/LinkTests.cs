using System.Text.RegularExpressions;

namespace PromptKit.Docs;

public sealed partial class LinkTests
{
    public static TheoryData<string> Paths => [.. Documents.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void EveryRelativeLinkLeadsToAFileOfTheRepository(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Documents.Root, document))!;
        var targets = Link().Matches(Documents.Read(document)).Select(link => link.Groups["target"].Value);

        Assert.All(
            targets.Where(target => !target.Contains("://", StringComparison.Ordinal)),
            target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{document}: there is no '{target}'.")
        );
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
