using System.Reflection;
using System.Xml.Linq;

namespace PromptKit.Package;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that these tests were built in, and with them the libraries that they pack.</summary>
    public static string Configuration { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Configuration")
            .Value!;

    /// <summary>The version of a package that the repository uses.</summary>
    public static string VersionOf(string package) =>
        (string)
            XDocument
                .Load(Path.Combine(Root, "Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Single(element => (string?)element.Attribute("Include") == package)
                .Attribute("Version")!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PromptKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds PromptKit.sln.");
    }
}
