using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>
/// Makes a method a tool that prompts can name under <c>tools:</c>. It is compiled into an <see cref="AIFunction"/>, <c>Prompts.Tools</c>
/// and the method's name in PascalCase, whose schema is a constant and whose arguments are read without reflection.
/// </summary>
/// <remarks>
/// <para>
/// The method may be static or not; the instance comes from the services that the session was given. It may return a value, a
/// <see cref="Task{TResult}"/>, a <see cref="ValueTask{TResult}"/>, an <see cref="IAsyncEnumerable{T}"/> (the model gets a list), or nothing.
/// What its documentation comment, or a <see cref="System.ComponentModel.DescriptionAttribute"/>, says of it and of its parameters is what
/// the model is told.
/// </para>
/// <para>
/// Hidden from the model and supplied: a <see cref="Session"/>, a <see cref="CancellationToken"/>, an <see cref="IServiceProvider"/>, the
/// <see cref="AIFunctionArguments"/>; and from the services: interfaces, abstract classes, what has <c>[FromKeyedServices]</c>,
/// and what has <see cref="ToolServiceAttribute"/>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromptToolAttribute : Attribute
{
    /// <summary>
    /// Initializes a new instance of the <see cref="PromptToolAttribute"/> class, named after the method: <c>LookupOrderAsync</c> is
    /// <c>lookup_order</c>.
    /// </summary>
    public PromptToolAttribute() { }

    /// <summary>Initializes a new instance of the <see cref="PromptToolAttribute"/> class.</summary>
    /// <param name="name">What prompts and models call it: 1 to 64 of the characters <c>A-Z a-z 0-9 _ -</c>.</param>
    public PromptToolAttribute(string name) => Name = name;

    /// <summary>What prompts and models call it; <see langword="null"/>, the default, is named after the method.</summary>
    public string? Name { get; }

    /// <summary>What the model is told of it; <see langword="null"/>, the default, is the summary of the method's documentation comment.</summary>
    public string? Description { get; set; }

    /// <summary>Whether each call waits until somebody has approved it, as with <see cref="ApprovalRequiredAIFunction"/>. Default: it runs.</summary>
    public bool RequireApproval { get; set; }
}
