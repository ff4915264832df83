using System.Security;
using PromptKit.Package;

[assembly: AssemblyFixture(typeof(Workshop))]

namespace PromptKit.Package;

/// <summary>
/// A folder outside the repository with a package feed of this build, and room for projects that use it. Nothing of the repository or the
/// machine reaches them but the user's package sources, and what the user has downloaded before.
/// </summary>
public sealed class Workshop : IAsyncLifetime
{
    private static readonly string[] Packages = ["PromptKit", "PromptKit.Testing"];

    private readonly string _root = Path.Combine(Path.GetTempPath(), "promptkit-" + Guid.NewGuid().ToString("N")[..8]);

    /// <summary>The version of the packages; no other run has the same.</summary>
    public string Version { get; } = "0.0.0-test." + Guid.NewGuid().ToString("N")[..8];

    /// <summary>The package feed.</summary>
    public string Feed => Path.Combine(_root, "feed");

    /// <summary>Packs what was built with these tests, once for all of them.</summary>
    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        await ShutOutTheMachineAsync();
        foreach (var package in Packages)
        {
            await PackAsync(package);
        }
    }

    /// <summary>Makes an empty folder for a project.</summary>
    internal Consumer NewConsumer(string name) => new(this, Directory.CreateDirectory(Path.Combine(_root, "projects", name)).FullName);

    /// <summary>Deletes everything.</summary>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Without a build: other test projects of the same run use the same bin and obj. So the nuspec goes elsewhere too.
    private Task PackAsync(string package) =>
        DotNet.RunAsync(
            Repository.Root,
            "pack",
            $"src/{package}/{package}.csproj",
            "--no-build",
            "--configuration",
            Repository.Configuration,
            "--output",
            Feed,
            $"-p:Version={Version}",
            $"-p:NuspecOutputPath={Path.Combine(_root, "nuspec", package)}/"
        );

    private async Task ShutOutTheMachineAsync()
    {
        // The user's packages are read, so that nothing is downloaded twice; ours are installed here, so that no run leaves them behind.
        await WriteAsync(
            "nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="workshop" value="feed" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{SecurityElement.Escape(
                await UserPackagesAsync()
            )}" /></fallbackPackageFolders>
            </configuration>
            """
        );

        // MSBuild and Roslyn stop looking further up at the first of these.
        await WriteAsync("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        await WriteAsync("Directory.Build.targets", "<Project />");
        await WriteAsync("Directory.Packages.props", "<Project />");
        await WriteAsync(".editorconfig", "root = true\n");
    }

    private async Task<string> UserPackagesAsync()
    {
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder)
        {
            return Path.GetFullPath(folder);
        }

        var locals = await DotNet.RunAsync(_root, "nuget", "locals", "global-packages", "--list");
        return locals.Split("global-packages:", 2)[^1].Trim();
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_root, file), text);
}
