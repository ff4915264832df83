namespace PromptKit.Compiler.Binding.Model;

/// <summary>A value of <c>ChatOptions.ResponseFormat</c>.</summary>
internal enum ResponseFormat
{
    /// <summary>JSON of the prompt's output schema.</summary>
    OfSchema,

    /// <summary>JSON of any kind.</summary>
    AnyJson,
}
