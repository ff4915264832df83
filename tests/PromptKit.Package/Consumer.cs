using System.Globalization;
using System.Text.RegularExpressions;

namespace PromptKit.Package;

/// <summary>A project of somebody who uses the packages, in a folder of its own.</summary>
internal sealed partial class Consumer(Workshop workshop, string folder)
{
    public string Folder { get; private set; } = folder;

    private string Project => Path.GetFileName(Folder) + ".csproj";

    /// <summary>Writes a file, making the folders it stands in.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Writes a console project that references the package.</summary>
    public void WriteProject(string properties = "", string items = "") =>
        Write(
            Project,
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="PromptKit" Version="{workshop.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """
        );

    /// <summary>Builds and runs the project.</summary>
    /// <returns>What the program printed, with <c>\n</c>.</returns>
    public async Task<string> RunAsync(params string[] arguments) =>
        (await DotNet.RunAsync(Folder, ["run", .. arguments])).ReplaceLineEndings("\n");

    /// <summary>Restores the project, then moves it: NuGet cannot restore in a folder whose name has a <c>;</c>, but builds can stand there.</summary>
    public async Task RestoreAndMoveAsync(string newFolder)
    {
        await DotNet.RunAsync(Folder, "restore");
        var target = Path.Combine(Path.GetDirectoryName(Folder)!, newFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(Folder, target);
        Folder = target;
    }

    /// <summary>Builds the project.</summary>
    /// <returns>Its errors and warnings, each as <c>file(line,column): error ID: message</c>, in ordinal order.</returns>
    public async Task<IReadOnlyList<string>> BuildAsync()
    {
        var result = await DotNet.TryRunAsync(Folder, "build", "-nodeReuse:false", "-terminalLogger:off");
        var messages = result
            .StandardOutput.ReplaceLineEndings("\n")
            .Split('\n')
            .Where(line => Message().IsMatch(line))
            .Select(Shorten)
            .ToHashSet(StringComparer.Ordinal);
        var counts = SummaryCount().Matches(result.StandardOutput).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));
        Assert.Equal(messages.Count, counts.Sum());
        return [.. messages.Order(StringComparer.Ordinal)];
    }

    // MSBuild adds the project in brackets to each message, and prefixes the file with its folder.
    private string Shorten(string line) =>
        line.Trim()
            .Replace($" [{Path.Combine(Folder, Project)}]", "", StringComparison.Ordinal)
            .Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    [GeneratedRegex(@": (error|warning) \w+: ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Message();

    [GeneratedRegex(@"\d+(?= (Error|Warning)\(s\))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SummaryCount();
}
