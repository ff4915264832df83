namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An operator before its operand.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,
}
