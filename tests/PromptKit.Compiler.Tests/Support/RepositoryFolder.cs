using System.Reflection;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>The sources that the tests were built from.</summary>
internal static class RepositoryFolder
{
    private static readonly string Root = Assembly
        .GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == nameof(RepositoryFolder))
        .Value!;

    public static string Cases => Path("tests", "PromptKit.Compiler.Tests", "Cases");

    public static string Path(params string[] segments) => System.IO.Path.Combine([Root, .. segments]);
}
