using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the method that reads a tool's arguments, calls it and writes its result.</summary>
internal static class ToolCallEmitter
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public static void Emit(CodeWriter writer, ToolMethod method)
    {
        var isAsync = method is { IsAwaited: true, IsBroken: false };
        var signature =
            $"{ValueTask}<object?> CallAsync({Names.ToolCall} call, global::System.Threading.CancellationToken cancellationToken)";
        using (writer.Block($"protected override {(isAsync ? "async " : "")}{signature}"))
        {
            if (method.IsBroken)
            {
                var message = $"The tool '{method.Name}' has errors: see the build's output.";
                writer.Line($"throw new global::System.InvalidOperationException({CSharpText.Literal(message)});");
                return;
            }

            EmitArguments(writer, method, isAsync);
            EmitCall(writer, method);
        }
    }

    private static void EmitArguments(CodeWriter writer, ToolMethod method, bool isAsync)
    {
        if (!method.Parameters.Any(parameter => parameter.Supply == ToolSupply.Model))
        {
            return;
        }

        writer.Line("var reading = call.Read(ReadArguments);");
        using (writer.Block("if (!reading.Fits)"))
        {
            const string refusal = "call.Refuse(reading.Mismatches)";
            writer.Line(isAsync ? $"return {refusal};" : $"return {ValueTask}.FromResult<object?>({refusal});");
        }

        writer.Line().Line("var arguments = reading.Value;");
    }

    private static void EmitCall(CodeWriter writer, ToolMethod method)
    {
        var target = method.IsStatic ? method.Target : $"call.Service<{method.Target}>()";
        var call = $"{target}.{method.Method}({string.Join(", ", method.Parameters.Select(Argument))})";
        switch (method)
        {
            case { IsStream: true }:
                var write = ToolTypeCode.Writer(method.Result!);
                writer.Line($"return {Names.ToolOutput}.WriteAllAsync({call}, {write}, cancellationToken);");
                break;
            case { IsAwaited: true, Result: null }:
                writer.Line($"await {call}.ConfigureAwait(false);").Line("return null;");
                break;
            case { IsAwaited: true, Result: { } result }:
                writer.Line($"var result = await {call}.ConfigureAwait(false);");
                writer.Line($"return {Names.ToolOutput}.Write(result, {ToolTypeCode.Writer(result)});");
                break;
            case { Result: null }:
                writer.Line($"{call};").Line("return default;");
                break;
            default:
                writer.Line($"var result = {call};");
                var json = $"{Names.ToolOutput}.Write(result, {ToolTypeCode.Writer(method.Result)})";
                writer.Line($"return {ValueTask}.FromResult<object?>({json});");
                break;
        }
    }

    private static string Argument(ToolParameter parameter) =>
        parameter.Supply switch
        {
            ToolSupply.Model => "arguments." + parameter.Field,
            ToolSupply.CancellationToken => "cancellationToken",
            ToolSupply.Arguments => "call.Arguments",
            ToolSupply.Session => parameter.IsOptional ? "global::PromptKit.Session.Current!" : "call.Session",
            ToolSupply.TypedSession => parameter.IsOptional
                ? $"(global::PromptKit.Session.Current as global::PromptKit.Session<{parameter.SuppliedCode}>)!"
                : $"call.SessionOf<{parameter.SuppliedCode}>()",
            ToolSupply.Services => parameter.IsOptional ? "call.Arguments.Services!" : "call.Services",
            // A parameter with a default of null may not say that it takes null.
            ToolSupply.Service => parameter.IsOptional
                ? $"call.OptionalService<{parameter.SuppliedCode}>()!"
                : $"call.Service<{parameter.SuppliedCode}>()",
            ToolSupply.KeyedService => parameter.IsOptional
                ? $"call.OptionalKeyedService<{parameter.SuppliedCode}>({parameter.Key})!"
                : $"call.KeyedService<{parameter.SuppliedCode}>({parameter.Key})",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
        };
}
