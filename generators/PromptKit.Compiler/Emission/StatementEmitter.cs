using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes the statements of rendering code, one for each of the template's, under <c>#line</c>.</summary>
internal static class StatementEmitter
{
    public static void EmitAll(CodeWriter writer, EquatableArray<BoundStatement> statements)
    {
        foreach (var statement in statements)
        {
            EmitLine(writer, statement.Place);
            Emit(writer, statement);
        }
    }

    private static void Emit(CodeWriter writer, BoundStatement statement)
    {
        switch (statement)
        {
            case BoundText text:
                var indent = text.Indent.Length == 0 ? "" : $", {CSharpText.Literal(text.Indent)}";
                writer.Line($"writer.Text({CSharpText.MultilineLiteral(text.Text)}, {text.Leading}, {text.Trailing}{indent});");
                break;
            case BoundRole role:
                writer.Line($"writer.Role({Names.ChatRole}.{role.Role});");
                break;
            case BoundHistory:
                writer.Line("writer.History();");
                break;
            case BoundMedia { Content: { } content }:
                writer.Line($"writer.Media({ExpressionCode.Write(content)});");
                break;
            case BoundMedia media:
                var mediaType = media.MediaType is null ? "mediaType: null" : ExpressionCode.Write(media.MediaType);
                writer.Line($"writer.Media({ExpressionCode.Write(media.Url!)}, {mediaType}, Name);");
                break;
            case BoundWrite write:
                var under = write.Indent.Length == 0 ? "" : $", {CSharpText.Literal(write.Indent)}";
                writer.Line($"writer.Write({ExpressionCode.Write(write.Value)}{under});");
                break;
            case BoundAssign assign:
                writer.Line($"{(assign.IsDeclaration ? assign.TypeCode + " " : "")}{assign.Local} = {ExpressionCode.Write(assign.Value)};");
                break;
            case BoundJump jump:
                writer.Line(jump.IsBreak ? "break;" : "continue;");
                break;
            case BoundCapture capture:
                EmitCapture(writer, capture);
                break;
            case BoundFunction function:
                EmitFunction(writer, function);
                break;
            case BoundIncludeStart start:
                var declaration = start.IsDeclaration ? "var " : "";
                writer.Line($"{declaration}{start.Mark} = writer.BeginInclude(continuesLine: {Flag(start.ContinuesLine)});");
                break;
            case BoundIncludeEnd end:
                writer.Line($"writer.EndInclude({end.Mark}, {CSharpText.Literal(end.Indent)});");
                break;
            case BoundIf choice:
                EmitIf(writer, choice, "if");
                break;
            case BoundFor loop:
                EmitFor(writer, loop);
                break;
            case BoundWhile loop:
                EmitWhile(writer, loop);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private static void EmitCapture(CodeWriter writer, BoundCapture capture)
    {
        writer.Line($"var {capture.Mark} = {(capture.IsInclude ? BeginText(capture.ContinuesLine) : "writer.BeginCapture()")};");
        EmitAll(writer, capture.Body);
        Hide(writer, capture.Place);
        var end = capture.IsInclude ? EndText(capture.Mark) : $"writer.EndCapture({capture.Mark})";
        writer.Line($"{(capture.IsDeclaration ? capture.TypeCode + " " : "")}{capture.Local} = {end};");
    }

    // A local function, because whether it is called may depend on what stands before it in the expression.
    private static void EmitFunction(CodeWriter writer, BoundFunction function)
    {
        Hide(writer, function.Place);
        using (writer.Block($"string {function.Name}(ref {Names.PromptWriter} writer)"))
        {
            writer.Line($"var {function.Mark} = {BeginText(function.ContinuesLine)};");
            EmitAll(writer, function.Body);
            Hide(writer, function.Place);
            writer.Line($"return {EndText(function.Mark)};");
        }
    }

    private static string BeginText(bool continuesLine) => $"writer.BeginIncludedText(continuesLine: {Flag(continuesLine)})";

    private static string EndText(string mark) => $"writer.EndIncludedText({mark})";

    private static string Flag(bool value) => value ? "true" : "false";

    private static void EmitIf(CodeWriter writer, BoundIf choice, string keyword)
    {
        writer.Line($"{keyword} ({ExpressionCode.Write(choice.Condition)})");
        EmitBlock(writer, choice.Place, choice.Then);
        if (choice.Else is [BoundIf next])
        {
            EmitLine(writer, next.Place);
            EmitIf(writer, next, "else if");
        }
        else if (choice.Else.Count > 0)
        {
            writer.Line("else");
            EmitBlock(writer, choice.Place, choice.Else);
        }
    }

    // Each step of a debugger is one of the template: what surrounds the statements is none.
    private static void EmitBlock(CodeWriter writer, SourcePlace place, EquatableArray<BoundStatement> body, Action? start = null)
    {
        Hide(writer, place);
        using (writer.Open())
        {
            start?.Invoke();
            EmitAll(writer, body);
            Hide(writer, place);
        }
    }

    // By index: `foreach` over an interface would allocate an enumerator.
    private static void EmitFor(CodeWriter writer, BoundFor loop)
    {
        writer.Line($"{(loop.IsReadByFunction ? loop.List.Type.Code : "var")} {loop.Items} = {ExpressionCode.Write(loop.List)};");
        Hide(writer, loop.Place);
        var condition = $"{loop.Counter} < {loop.Items}.Count";
        if (loop.IsAlwaysLeft)
        {
            writer.Line($"var {loop.Counter} = -1;");
        }

        writer.Line(loop.IsAlwaysLeft ? $"while (++{condition})" : $"for (var {loop.Counter} = 0; {condition}; {loop.Counter}++)");
        EmitBlock(
            writer,
            loop.Place,
            loop.Body,
            () =>
            {
                EmitLine(writer, loop.Place);
                writer.Line($"{(loop.IsReadByFunction ? loop.ItemType : "var")} {loop.Item} = {loop.Items}[{loop.Counter}];");
            }
        );
        if (loop.Else.Count > 0)
        {
            writer.Line($"if ({loop.Items}.Count == 0)");
            EmitBlock(writer, loop.Place, loop.Else);
        }
    }

    private static void EmitWhile(CodeWriter writer, BoundWhile loop)
    {
        var condition = loop.Condition is LiteralExpression ? "" : $" && {ExpressionCode.Operand(loop.Condition)}";
        writer.Line($"var {loop.Rounds} = 0;");
        EmitLine(writer, loop.Place);
        writer.Line($"while ({Names.TemplateValues}.NextRound(ref {loop.Rounds}, Name){condition})");
        EmitBlock(writer, loop.Place, loop.Body);
    }

    // From here on no statement of the template, up to the next place: a debugger passes over it, and a stack trace names the place before.
    private static void Hide(CodeWriter writer, SourcePlace place)
    {
        if (CSharpText.LineFile(place.Path) is not null)
        {
            writer.Directive(CodeWriter.Hidden);
        }
    }

    // The span form: stack traces and breakpoints then land on the tag, not only on its line. What starts before the offset, here every
    // statement, stands for the whole span; without one the columns of the C# would be added to the tag's.
    public static void EmitLine(CodeWriter writer, SourcePlace place)
    {
        const int greatestColumn = 65_535;
        const int offset = 1_000;
        if (CSharpText.LineFile(place.Path) is not { } file)
        {
            return;
        }

        var startColumn = Math.Min(place.StartColumn + 1, greatestColumn);
        // The directive names the last character and not the one behind it.
        var least = place.StartLine == place.EndLine ? startColumn : 1;
        var endColumn = Math.Min(Math.Max(place.EndColumn, least), greatestColumn);
        writer.Directive($"#line ({place.StartLine + 1},{startColumn})-({place.EndLine + 1},{endColumn}) {offset} {file}");
    }
}
