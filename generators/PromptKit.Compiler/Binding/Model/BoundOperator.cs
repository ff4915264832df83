namespace PromptKit.Compiler.Binding.Model;

/// <summary>An operation on two values.</summary>
internal enum BoundOperator
{
    /// <summary>Of integers: throws on overflow.</summary>
    AddIntegers,
    SubtractIntegers,
    MultiplyIntegers,

    /// <summary>Of integers: the quotient without its fraction.</summary>
    DivideWhole,
    ModulusOfIntegers,

    /// <summary>Of integers: times a power of two, rounded down; throws on overflow.</summary>
    ShiftIntegersLeft,
    ShiftIntegersRight,

    /// <summary>Of integers as doubles.</summary>
    DivideIntegers,
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>Of doubles: the quotient, rounded half to even.</summary>
    DivideRounded,
    Modulus,

    /// <summary>Of doubles: times a power of two.</summary>
    ShiftLeft,
    ShiftRight,

    /// <summary>Of texts.</summary>
    Concat,

    /// <summary>A text several times.</summary>
    Repeat,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>By code units.</summary>
    TextLess,
    TextLessOrEqual,
    TextGreater,
    TextGreaterOrEqual,
    And,
    Or,
    Coalesce,
}
