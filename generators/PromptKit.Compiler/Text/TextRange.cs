namespace PromptKit.Compiler.Text;

/// <summary>A stretch of a <see cref="PromptText"/>: offsets into its content, the end exclusive.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public static TextRange At(int offset) => new(offset, offset);

    /// <summary>The smallest range that holds both.</summary>
    public TextRange To(TextRange other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
