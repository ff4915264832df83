using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Gives a tool's method its schema and its place in C#.</summary>
internal static class ToolBinder
{
    private const int HashBytes = 8;
    private const int LongestName = 64;

    private static readonly string[] Taken =
    [
        "Tools",
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "ReferenceEquals",
        "MemberwiseClone",
    ];

    public static BoundTool Bind(ToolMethod method, ProjectSettings project)
    {
        var schema = ToolSchema.Of(method).ToString();
        return new BoundTool(method, project, PropertyOf(method), schema, Hash(method, schema));
    }

    /// <summary>What a method without a name of its own is called: <c>LookupOrderAsync</c> is <c>lookup_order</c>.</summary>
    public static string NameOf(string method)
    {
        const string suffix = "Async";
        var name =
            method.Length > suffix.Length && method.EndsWith(suffix, StringComparison.Ordinal)
                ? method.Substring(0, method.Length - suffix.Length)
                : method;
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_';
            if (startsWord && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');

    public static string PropertyOf(ToolMethod method)
    {
        var name = PascalCase.Of(method.Name) is { Length: > 0 } pascal ? pascal : method.Method;
        return Taken.Contains(name) ? name + "_" : name;
    }

    private static string Hash(ToolMethod method, string schema)
    {
        var told = new JsonText().Array(json =>
            json.String(method.Name).String(method.Description).String(schema).String(method.RequiresApproval ? "approval" : "")
        );
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(told.ToString()));
        return string.Concat(hash.Take(HashBytes).Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
