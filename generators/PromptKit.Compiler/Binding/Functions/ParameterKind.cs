namespace PromptKit.Compiler.Binding.Functions;

/// <summary>What a function takes as an argument.</summary>
internal enum ParameterKind
{
    /// <summary>A text: the text of any value that has one.</summary>
    Text,

    /// <summary>An integer of 32 bits; a number is rounded to one, half to even.</summary>
    Integer,

    /// <summary>A double; an integer becomes one.</summary>
    Number,

    /// <summary>An integer or a number, as it is.</summary>
    Numeric,
    Boolean,

    /// <summary>A list of anything.</summary>
    List,

    /// <summary>A date, a datetime, or what functions of dates give.</summary>
    Date,

    /// <summary>A span of time.</summary>
    Duration,

    /// <summary>Anything.</summary>
    Value,

    /// <summary>A text that the template itself holds.</summary>
    Constant,

    /// <summary>A function.</summary>
    Function,
}
