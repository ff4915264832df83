namespace PromptKit.Compiler.Binding.Functions;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name, for named arguments.</param>
/// <param name="Kind">What it takes.</param>
internal sealed record FunctionParameter(string Name, ParameterKind Kind)
{
    /// <summary>Whether it may be left out.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What it is when it is left out: a constant, or null where the function is called without it.</summary>
    public object? Default { get; init; }

    /// <summary>Whether the function says what to do with null.</summary>
    public bool TakesNull { get; init; }

    /// <summary>As the table of functions shows it.</summary>
    public override string ToString() => IsOptional ? Name + "?" : Name;

    public static FunctionParameter Text(string name) => new(name, ParameterKind.Text);

    public static FunctionParameter Integer(string name) => new(name, ParameterKind.Integer);

    public static FunctionParameter Number(string name) => new(name, ParameterKind.Number);

    public static FunctionParameter Numeric(string name) => new(name, ParameterKind.Numeric);

    public static FunctionParameter Boolean(string name) => new(name, ParameterKind.Boolean);

    public static FunctionParameter List(string name) => new(name, ParameterKind.List);

    public static FunctionParameter Date(string name) => new(name, ParameterKind.Date);

    public static FunctionParameter Value(string name) => new(name, ParameterKind.Value);

    public static FunctionParameter Constant(string name) => new(name, ParameterKind.Constant);

    public static FunctionParameter Function(string name) => new(name, ParameterKind.Function);

    public FunctionParameter Or(object? value) => this with { IsOptional = true, Default = value };

    public FunctionParameter OrNull() => this with { TakesNull = true };
}
