namespace PromptKit;

/// <summary>
/// Says that a parameter of a <see cref="PromptToolAttribute">tool</see> comes from the services, and not from the model. Interfaces and
/// abstract classes do without it; a class that could also be read from JSON does not.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ToolServiceAttribute : Attribute;
