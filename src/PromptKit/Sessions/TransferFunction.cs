using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>The tool by which a model hands the conversation to another prompt. Its parameters are that prompt's input.</summary>
internal sealed class TransferFunction(Prompt target, TurnRun run) : AIFunction
{
    private const int MaxNameLength = 64;
    private static readonly JsonElement s_noInput = JsonElement.Parse("""{"type":"object","properties":{}}""");

    public override string Name { get; } = NameOf(target);

    public override string Description => target.Description ?? $"Hands the conversation over to {target.Name}.";

    public override JsonElement JsonSchema => target.InputSchema ?? s_noInput;

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var input = StoredCall.ToJson(arguments) ?? JsonElement.Parse("{}");
        try
        {
            // Rendered to see whether the input fits: the model can still correct itself.
            target.Render(input);
        }
        catch (PromptInputException exception)
        {
            return new($"Error: {exception.Message}");
        }

        return new(run.TransferTo(new StoredAgent(target.Name, input)));
    }

    private static string NameOf(Prompt target)
    {
        var name = "transfer_to_" + string.Concat(target.Name.Select(each => char.IsAsciiLetterOrDigit(each) || each == '-' ? each : '_'));
        return name.Length <= MaxNameLength ? name : name[..MaxNameLength];
    }
}
