namespace PromptKit.Conformance.Specification;

/// <summary>Where the specification is: others wrote it, and it is no part of this repository.</summary>
internal static class SpecFolder
{
    private const string Variable = "PROMPTKIT_CONFORMANCE";

    public const string Absent =
        $"{Variable} names no folder of dotprompt specification suites (*.yaml), so there is nothing to check against.";

    /// <summary>Null when the environment names none.</summary>
    public static string? Path { get; } = Find(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The cases of every file below the folder, in the order of their names.</summary>
    public static IReadOnlyList<SpecCase> Read(string folder)
    {
        var cases = Directory
            .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => SpecReader.Read(System.IO.Path.GetFileName(file), File.ReadAllText(file)))
            .ToList();
        // Cases are told apart by their names.
        return
            cases.CountBy(specCase => specCase.Name, StringComparer.Ordinal).FirstOrDefault(count => count.Value > 1) is { Key: { } twice }
            ? throw new InvalidDataException($"{folder} holds two cases '{twice}'.")
            : cases;
    }

    // A name that leads nowhere is a mistake and no reason to skip anything.
    private static string? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        string[] candidates = [System.IO.Path.Combine(name, "dotprompt"), name];
        return candidates.FirstOrDefault(folder =>
                Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Any()
            ) ?? throw new DirectoryNotFoundException($"{Variable} is '{name}', and there is no *.yaml file in it.");
    }
}
