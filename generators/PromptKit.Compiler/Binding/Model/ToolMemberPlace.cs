namespace PromptKit.Compiler.Binding.Model;

/// <summary>How a member gets its value.</summary>
internal enum ToolMemberPlace
{
    /// <summary>It is only ever written.</summary>
    None,

    /// <summary>As an argument of the constructor.</summary>
    Constructor,

    /// <summary>In the initialiser, always.</summary>
    Initialiser,

    /// <summary>Afterwards, and only when it is there: it keeps its own default.</summary>
    Setter,
}
