using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptKit.Rendering;

namespace PromptKit.Tools;

/// <summary>One call of a compiled tool: what the model gave, and what is supplied. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolCall
{
    private readonly string _tool;
    private readonly List<JsonMismatch> _mismatches = [];

    internal ToolCall(string tool, AIFunctionArguments arguments)
    {
        _tool = tool;
        Arguments = arguments;
        Input = JsonInput.Begin(ToolArguments.ToJson(arguments), _mismatches);
    }

    /// <summary>What function invocation was given.</summary>
    public AIFunctionArguments Arguments { get; }

    /// <summary>The arguments as one JSON object.</summary>
    public JsonInput Input { get; }

    /// <summary>What the model is told of arguments that do not fit: all that is wrong with them.</summary>
    public JsonElement Refusal =>
        ToolOutput.Write(
            $"Error: The arguments do not fit the tool '{_tool}', and it did not run: {JsonMismatch.Describe(_mismatches)}",
            static (writer, message) => writer.WriteStringValue(message)
        );

    /// <summary>The services.</summary>
    /// <exception cref="InvalidOperationException">The session has none.</exception>
    public IServiceProvider Services =>
        Arguments.Services
        ?? throw new InvalidOperationException(
            $"The tool '{_tool}' needs services: set SessionManagerOptions.Services, or register sessions with AddPromptKit."
        );

    /// <summary>The session that the call belongs to.</summary>
    /// <exception cref="InvalidOperationException">It runs outside of a session.</exception>
    public Session Session =>
        Session.Current ?? throw new InvalidOperationException($"The tool '{_tool}' needs a session, and runs outside of any.");

    /// <summary>The session that the call belongs to, with its state.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <returns>The session.</returns>
    /// <exception cref="InvalidOperationException">It runs outside of a session, or in one with another state.</exception>
    public Session<TState> SessionOf<TState>() =>
        Session as Session<TState>
        ?? throw new InvalidOperationException($"The tool '{_tool}' needs a session with a state of the type {typeof(TState)}.");

    /// <summary>A service that must be there.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public T Service<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A keyed service that must be there.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">It is not registered.</exception>
    public T KeyedService<T>(object? key)
        where T : notnull => Services.GetRequiredKeyedService<T>(key);

    /// <summary>A service that may be missing.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <returns>The service, or null.</returns>
    public T? OptionalService<T>() => Arguments.Services is { } services ? services.GetService<T>() : default;

    /// <summary>A keyed service that may be missing.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">The key.</param>
    /// <returns>The service, or null.</returns>
    public T? OptionalKeyedService<T>(object? key) => Arguments.Services is { } services ? services.GetKeyedService<T>(key) : default;
}
