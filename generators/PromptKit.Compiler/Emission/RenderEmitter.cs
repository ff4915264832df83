using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the method that renders a prompt.</summary>
internal static class RenderEmitter
{
    public static void Emit(CodeWriter writer, BoundPrompt prompt, string input)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Block($"public override {Names.Preamble} Render({input} input)"))
        {
            if (prompt.IsBroken)
            {
                var message = $"The prompt '{prompt.Names.Key}' has errors: see the build's output.";
                writer.Line($"throw new global::System.InvalidOperationException({CSharpText.Literal(message)});");
                return;
            }

            writer.Line("global::System.ArgumentNullException.ThrowIfNull(input);");
            if (prompt.Constant is { } constant)
            {
                EmitConstant(writer, constant, OptionsText(prompt));
            }
            else if (prompt.MayOverflow || prompt.MayFail)
            {
                EmitGuarded(writer, prompt);
            }
            else
            {
                EmitBody(writer, prompt);
            }
        }
    }

    // No writer: the texts are constants, and no rendering allocates them.
    private static void EmitConstant(CodeWriter writer, ConstantPreamble constant, string options)
    {
        writer.Line($"var messages = new global::System.Collections.Generic.List<{Names.ChatMessage}>({constant.Messages.Count});");
        foreach (var message in constant.Messages)
        {
            StatementEmitter.EmitLine(writer, message.Place);
            var text = CSharpText.MultilineLiteral(message.Text);
            writer.Line($"messages.Add(new {Names.ChatMessage}({Names.ChatRole}.{message.Role}, {text}));");
        }

        if (constant.Messages.Count > 0)
        {
            writer.Directive("#line default");
        }

        var position = constant.HistoryPosition is { } index ? $" {{ HistoryPosition = {index} }}" : "";
        writer.Line($"return new {Names.Preamble}(messages, {options}){position};");
    }

    // The place in the template is in the stack trace of the inner exception.
    private static void EmitGuarded(CodeWriter writer, BoundPrompt prompt)
    {
        using (writer.Block("try"))
        {
            EmitBody(writer, prompt);
        }

        const string failure =
            "catch (global::System.Exception exception) when (global::PromptKit.Rendering.TemplateValues.IsFailure(exception))";
        using (writer.Block(prompt.MayFail ? failure : "catch (global::System.ArithmeticException exception)"))
        {
            writer.Line($"throw new {Names.PromptRenderException}(Name, exception);");
        }
    }

    private static void EmitBody(CodeWriter writer, BoundPrompt prompt)
    {
        writer.Line($"var writer = new {Names.PromptWriter}({Names.ChatRole}.{prompt.FirstRole}, {prompt.Capacity});");
        foreach (var local in prompt.Locals)
        {
            writer.Line($"{local.TypeCode} {local.Name} = default!;");
        }

        StatementEmitter.EmitAll(writer, prompt.Body);
        if (prompt.Body.Count > 0)
        {
            writer.Directive("#line default");
        }

        writer.Line($"return writer.ToPreamble({OptionsText(prompt)});");
    }

    private static string OptionsText(BoundPrompt prompt)
    {
        var settings = prompt.Options.Select(option => $"{option.Property} = {OptionEmitter.Value(option.Value)}").ToList();
        return settings.Count == 0 ? $"new {Names.ChatOptions}()" : $"new {Names.ChatOptions} {{ {string.Join(", ", settings)} }}";
    }
}
