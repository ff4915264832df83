namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>An operator between its operands.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideWhole,
    Modulus,
    ShiftLeft,
    ShiftRight,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
    Coalesce,

    /// <summary><c>a ?! b</c>: <c>b</c> where <c>a</c> is not null, else null.</summary>
    WhenPresent,
    RangeInclusive,
    RangeExclusive,
}
