using System.Globalization;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;

namespace PromptKit.Compiler.Emission;

/// <summary>Writes constants.</summary>
internal static class ConstantCode
{
    public static string Write(BoundConstant constant) =>
        constant switch
        {
            ConstantScalar scalar => WriteScalar(scalar),
            ConstantChoice choice => $"{choice.Type.Code}.{choice.Name}",
            ConstantList list => $"[{string.Join(", ", list.Items.Select(Write))}]",
            ConstantJson json =>
                $"{Names.JsonInput}.Constant({CSharpText.Literal(json.Json)}, static json => {JsonCode.Read(json.Type, "json")})",
            _ => throw new ArgumentOutOfRangeException(nameof(constant)),
        };

    private static string WriteScalar(ConstantScalar scalar)
    {
        var text = CSharpText.Literal(scalar.Text);
        const string invariant = "global::System.Globalization.CultureInfo.InvariantCulture";
        return scalar.Kind switch
        {
            ScalarKind.String => text,
            ScalarKind.Integer => scalar.Text == "-9223372036854775808" ? "long.MinValue" : scalar.Text + "L",
            ScalarKind.Number => Number(scalar.Text),
            ScalarKind.Boolean => scalar.Text,
            ScalarKind.Date => $"global::System.DateOnly.Parse({text}, {invariant})",
            ScalarKind.DateTime =>
                $"global::System.DateTimeOffset.Parse({text}, {invariant}, global::System.Globalization.DateTimeStyles.AssumeUniversal)",
            ScalarKind.Time => $"global::System.TimeOnly.Parse({text}, {invariant})",
            ScalarKind.Guid => $"global::System.Guid.Parse({text})",
            ScalarKind.Uri => $"new global::System.Uri({text}, global::System.UriKind.RelativeOrAbsolute)",
            _ => "default",
        };
    }

    private static string Number(string text) =>
        double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "d";
}
