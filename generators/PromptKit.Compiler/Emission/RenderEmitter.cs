using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the method that renders a prompt, one statement for each of the template's, under <c>#line</c>.</summary>
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
            writer.Line($"var writer = new {Names.PromptWriter}({Names.ChatRole}.{prompt.FirstRole}, {prompt.Capacity});");
            foreach (var statement in prompt.Body)
            {
                EmitStatement(writer, statement);
            }

            if (prompt.Body.Count > 0)
            {
                writer.Directive("#line default");
            }

            writer.Line($"return new {Names.Preamble}(writer.ToMessages(), {OptionsText(prompt)});");
        }
    }

    private static void EmitStatement(CodeWriter writer, BoundStatement statement)
    {
        if (LineDirective(statement.Place) is { } directive)
        {
            writer.Directive(directive);
        }

        writer.Line(
            statement switch
            {
                BoundText text => $"writer.Text({CSharpText.MultilineLiteral(text.Text)}, {text.Leading}, {text.Trailing});",
                BoundRole role => $"writer.Role({Names.ChatRole}.{role.Role});",
                BoundWrite { Indent.Length: 0 } write => $"writer.Write({Value(write.Member)});",
                BoundWrite write => $"writer.Write({Value(write.Member)}, {CSharpText.Literal(write.Indent)});",
                _ => throw new ArgumentOutOfRangeException(nameof(statement)),
            }
        );
    }

    // Enums are their JSON text.
    private static string Value(BoundMember member) =>
        member.Type is BoundDeclaredType { IsEnum: true } choice
            ? $"{choice.Converter}.Text(input.{member.Property})"
            : $"input.{member.Property}";

    // The span form: stack traces and breakpoints then land on the tag, not only on its line.
    private static string? LineDirective(SourcePlace place)
    {
        const int greatestColumn = 65_535;
        if (CSharpText.LineFile(place.Path) is not { } file)
        {
            return null;
        }

        var startColumn = Math.Min(place.StartColumn + 1, greatestColumn);
        var endColumn = Math.Min(place.EndColumn + 1, greatestColumn);
        if (place.StartLine == place.EndLine && endColumn <= startColumn)
        {
            endColumn = startColumn + 1;
        }

        return $"#line ({place.StartLine + 1},{startColumn})-({place.EndLine + 1},{endColumn}) {file}";
    }

    private static string OptionsText(BoundPrompt prompt)
    {
        var settings = prompt.Options.Select(option => $"{option.Property} = {OptionEmitter.Value(option.Value)}").ToList();
        return settings.Count == 0 ? $"new {Names.ChatOptions}()" : $"new {Names.ChatOptions} {{ {string.Join(", ", settings)} }}";
    }
}
