namespace PromptKit.Compiler.Emission;

/// <summary>What the emitters of one file share.</summary>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Subject">What the types belong to, as XML: <c>the prompt &lt;c&gt;triage&lt;/c&gt;</c>.</param>
/// <param name="IsBroken">Whether the file has errors: then nothing is required of callers, so that they see no second error.</param>
/// <param name="IsOutput">Whether models answer with the types: then they are read leniently too, and while they are being written.</param>
internal sealed record EmissionContext(string Accessibility, string Subject, bool IsBroken, bool IsOutput);
