namespace PromptKit.Compiler.Tests.Support;

/// <summary>What holds for every file, whatever it holds.</summary>
internal static class CompilerLaws
{
    // Work is bounded by what it allocates, which is the same on every machine, however busy.
    private const long MostBytes = 64_000_000;
    private const long MostBytesEachCharacter = 4_000;

    /// <summary>Compiles, and throws when a law is broken. Every file gives a class, but for partials, which have none.</summary>
    public static CompiledPrompt Check(PromptSource source)
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        var compiled = PromptCompiler.Compile(source);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - start;
        Require(allocated < MostBytes + (MostBytesEachCharacter * source.Content.Length), $"it allocated {allocated} bytes");
        var isPartial = Path.GetFileName(source.ProjectPath).StartsWith('_');
        Require(isPartial || compiled.Code is not null, "it gave no C#: " + DiagnosticLines.Write(compiled.Diagnostics));
        foreach (var diagnostic in compiled.Diagnostics)
        {
            Require(diagnostic.Rule.Id != "PK9000", diagnostic.Message);
            Require(
                diagnostic.Message.Length is > 0 and < 4_000,
                $"{diagnostic.Rule.Id} has a message of {diagnostic.Message.Length} characters"
            );
            CheckPlace(diagnostic.Place, source.Content);
        }

        return compiled;
    }

    private static void CheckPlace(SourcePlace place, string content)
    {
        var isInside = place.Start >= 0 && place.Length >= 0 && place.Start + place.Length <= content.Length;
        Require(isInside, $"a place outside the file: {place}");
        Require(place.EndLine > place.StartLine || place.EndColumn >= place.StartColumn, $"a place that ends before it starts: {place}");
        Require(place.StartLine >= 0 && place.StartColumn >= 0, $"a place before the file: {place}");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
