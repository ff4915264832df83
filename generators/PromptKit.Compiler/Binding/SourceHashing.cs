using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Hashes what a prompt sends: equal hashes, equal requests. Comments, formatting and descriptions for people do not count.</summary>
internal static class SourceHashing
{
    private const int Bytes = 8;

    public static string Hash(
        EquatableArray<BoundStatement> body,
        BoundRecord input,
        BoundRecord? output,
        EquatableArray<BoundOption> options
    )
    {
        var sent = new JsonText().Array(json =>
        {
            foreach (var statement in body)
            {
                Write(json, statement, input);
            }

            json.String(input.JsonSchema ?? "").String(output?.JsonSchema ?? "");
            foreach (var option in options)
            {
                json.String(option.Property).String(OptionText(option.Value));
            }
        });
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(sent.ToString()));
        return string.Concat(hash.Take(Bytes).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static void Write(JsonText json, BoundStatement statement, BoundRecord input)
    {
        switch (statement)
        {
            case BoundText text:
                json.String("text").String(text.Text);
                break;
            case BoundRole role:
                json.String("role").String(role.Role);
                break;
            case BoundWrite write:
                json.String("write")
                    .String(input.Members.First(member => member.PropertyName == write.PropertyName).JsonName)
                    .String(write.Indent);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(statement));
        }
    }

    private static string OptionText(object value) =>
        value switch
        {
            EquatableArray<string> list => string.Join("\u0001", list),
            IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
