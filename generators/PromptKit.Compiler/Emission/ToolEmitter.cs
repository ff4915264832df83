using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes a tool: a property of the class <c>Prompts.Tools</c>, and the function behind it.</summary>
internal static class ToolEmitter
{
    public static string Emit(BoundTool tool)
    {
        var (method, project) = (tool.Method, tool.Project);
        var writer = FileWriter.Begin($"{method.Target.Replace("global::", "")}.{method.Method}", namespaceName: "");
        if (tool.IsExported)
        {
            var arguments = $"{CSharpText.Literal(method.Name)}, typeof({project.ToolsClass}), {CSharpText.Literal(tool.Property)}";
            writer.Line($"[assembly: {Names.PromptToolExport}({arguments}, {CSharpText.Literal(tool.Hash)})]").Line();
        }

        if (project.Namespace.Length > 0)
        {
            writer.Line($"namespace {project.Namespace};").Line();
        }

        writer.Summary("The prompts of this project, one property a file.");
        using (writer.Block($"{project.Accessibility} static partial class {project.ClassName}"))
        {
            writer.Summary("The tools of this project, one property a [PromptTool].");
            using (writer.Block($"{project.Accessibility} static partial class Tools"))
            {
                writer.Summary(method.Description.Length > 0 ? method.Description : $"The tool {method.Name}.");
                writer.Line($"public static {Names.AIFunction} {tool.Property} => {tool.Property}Function.Instance;").Line();
                EmitFunction(writer, tool);
            }
        }

        return writer.ToString();
    }

    private static void EmitFunction(CodeWriter writer, BoundTool tool)
    {
        var (method, name) = (tool.Method, tool.Property + "Function");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"private sealed class {name} : {Names.PromptToolFunction}"))
        {
            var instance = method.RequiresApproval ? $"new {Names.ApprovalRequired}(new {name}())" : $"new {name}()";
            writer.Line($"internal static readonly {Names.AIFunction} Instance = {instance};").Line();
            writer.Line($"public override string Name => {CSharpText.Literal(method.Name)};").Line();
            writer.Line($"public override string Description => {CSharpText.MultilineLiteral(method.Description)};").Line();
            writer.Line($"protected override string JsonSchemaText => {CSharpText.Literal(tool.SchemaJson)};").Line();
            ToolCallEmitter.Emit(writer, method);
            ToolReadEmitter.EmitArguments(writer, method.Parameters);
            foreach (var type in method.InputTypes)
            {
                writer.Line();
                ToolReadEmitter.Emit(writer, type);
            }

            foreach (var type in method.ResultTypes)
            {
                writer.Line();
                ToolWriteEmitter.Emit(writer, type);
            }
        }
    }
}
