using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.FrontMatter;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Hashes what a prompt sends: equal hashes, equal requests. Comments, formatting and descriptions for people do not count.</summary>
internal static class SourceHashing
{
    private const int Bytes = 8;

    public static string Hash(
        EquatableArray<BoundStatement> body,
        BoundSchema input,
        BoundSchema? output,
        FrontMatterModel frontMatter,
        EquatableArray<BoundOption> options,
        string wireName
    )
    {
        var sent = new JsonText().Array(json =>
        {
            foreach (var part in BoundTreeText.Of(body))
            {
                json.String(part);
            }

            json.String(input.Json ?? "").String(output?.Json ?? "");
            if (output is not null)
            {
                // Providers are told what the schema is called and for.
                json.String(wireName).String(frontMatter.Description?.Value ?? "");
            }

            json.String(DefaultsOf(frontMatter)).String(string.Join(",", frontMatter.Tools.Select(tool => tool.Name)));
            json.String(string.Join(",", frontMatter.Agents.Select(agent => agent.Value)));
            foreach (var option in options)
            {
                json.String(option.Property).String(OptionText(option.Value));
            }
        });
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(sent.ToString()));
        return string.Concat(hash.Take(Bytes).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static string DefaultsOf(FrontMatterModel frontMatter) => frontMatter.InputDefault?.ToJson().ToString() ?? "";

    private static string OptionText(object value) =>
        value switch
        {
            EquatableArray<string> list => string.Join("\u0001", list),
            EquatableArray<ToolOutline> tools => string.Join("\u0001", tools.Select(tool => tool.Name + tool.Hash)),
            IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
}
