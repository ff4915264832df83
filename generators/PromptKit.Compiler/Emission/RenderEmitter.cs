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

    // The span form: stack traces and breakpoints then land on the tag, not only on its line. What starts before the offset, here every
    // statement, stands for the whole span; without one the columns of the C# would be added to the tag's.
    private static string? LineDirective(SourcePlace place)
    {
        const int greatestColumn = 65_535;
        const int offset = 1_000;
        if (CSharpText.LineFile(place.Path) is not { } file)
        {
            return null;
        }

        var startColumn = Math.Min(place.StartColumn + 1, greatestColumn);
        // The directive names the last character and not the one behind it.
        var least = place.StartLine == place.EndLine ? startColumn : 1;
        var endColumn = Math.Min(Math.Max(place.EndColumn, least), greatestColumn);

        return $"#line ({place.StartLine + 1},{startColumn})-({place.EndLine + 1},{endColumn}) {offset} {file}";
    }

    private static string OptionsText(BoundPrompt prompt)
    {
        var settings = prompt.Options.Select(option => $"{option.Property} = {OptionEmitter.Value(option.Value)}").ToList();
        return settings.Count == 0 ? $"new {Names.ChatOptions}()" : $"new {Names.ChatOptions} {{ {string.Join(", ", settings)} }}";
    }
}
