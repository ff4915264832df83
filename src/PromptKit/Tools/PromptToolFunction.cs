using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit.Tools;

/// <summary>A compiled tool. For generated code: its shape may change with any version.</summary>
/// <remarks>Holds nothing but the schema, which is parsed on first use: all members are safe to use from several threads.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PromptToolFunction : AIFunction
{
    private readonly Lazy<JsonElement> _schema;

    /// <summary>Initializes a new instance of the <see cref="PromptToolFunction"/> class.</summary>
    protected PromptToolFunction() => _schema = new Lazy<JsonElement>(() => JsonElement.Parse(JsonSchemaText));

    /// <inheritdoc/>
    public sealed override JsonElement JsonSchema => _schema.Value;

    /// <summary>The text of the schema.</summary>
    protected abstract string JsonSchemaText { get; }

    /// <summary>Runs the tool.</summary>
    /// <param name="call">Its arguments and what they do not fit.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A <see cref="JsonElement"/>; <see langword="null"/> when the method returns nothing.</returns>
    protected abstract ValueTask<object?> CallAsync(ToolCall call, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return CallAsync(new ToolCall(Name, arguments), cancellationToken);
    }
}
