using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptKit.Outputs;

namespace PromptKit.Tools;

/// <summary>One call of a compiled tool: what the model gave, and what is supplied. For generated code: its shape may change with any version.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ToolCall
{
    private readonly string _tool;

    internal ToolCall(string tool, AIFunctionArguments arguments)
    {
        _tool = tool;
        Arguments = arguments;
    }

    /// <summary>What function invocation was given.</summary>
    public AIFunctionArguments Arguments { get; }

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

    /// <summary>Reads what the model gave, leniently.</summary>
    /// <typeparam name="T">All arguments together.</typeparam>
    /// <param name="read">Reads them.</param>
    /// <returns>The arguments, and what does not fit.</returns>
    public OutputReading<T> Read<T>(OutputRead<T> read) => LenientJson.Read(ToolArguments.ToJson(Arguments), read);

    /// <summary>What the model is told of arguments that do not fit: all that is wrong with them.</summary>
    /// <param name="mismatches">What does not fit.</param>
    /// <returns>A text, for the model.</returns>
    public JsonElement Refuse(IReadOnlyList<JsonMismatch> mismatches) =>
        ToolOutput.Write(
            $"Error: The arguments do not fit the tool '{_tool}', and it did not run: {JsonMismatch.Describe(mismatches)}",
            static (writer, message) => writer.WriteStringValue(message)
        );

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
