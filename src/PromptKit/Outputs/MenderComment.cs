namespace PromptKit.Outputs;

/// <summary>The comment that a <see cref="JsonMender{TSink}"/> is in.</summary>
internal enum MenderComment
{
    None,

    /// <summary>To the end of the line.</summary>
    Line,

    /// <summary>To <c>*/</c>.</summary>
    Block,
}
