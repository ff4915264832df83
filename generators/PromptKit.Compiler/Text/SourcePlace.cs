namespace PromptKit.Compiler.Text;

/// <summary>A stretch of a file as the outside world counts it: offsets of the file as it is on disk, lines and columns from zero.</summary>
internal sealed record SourcePlace(string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>For mistakes that stand in no file.</summary>
    public static readonly SourcePlace None = new("", 0, 0, 0, 0, 0, 0);
}
