using System.ComponentModel;

namespace PromptKit.Outputs;

/// <summary>Reads a value leniently. For generated code: its shape may change with any version.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="json">Stands on the first token of the value; on its last one afterwards.</param>
/// <returns>The value; of no use when something did not fit.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T OutputRead<T>(ref OutputReader json);
