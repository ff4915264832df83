using System.Globalization;
using System.Text.RegularExpressions;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A scalar. Under the YAML 1.2 core schema only plain <c>null ~ true false</c> and numbers are anything but strings.</summary>
/// <param name="Value">The text, unquoted and unfolded.</param>
/// <param name="IsPlain">Whether it is written without quotes and not as a block.</param>
/// <param name="Range">The whole scalar in the source, quotes included.</param>
internal sealed record ScalarNode(string Value, bool IsPlain, TextRange Range) : FrontMatterNode(Range)
{
    private static readonly Regex Number = new(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1)
    );

    public bool IsNull => IsPlain && Value is "" or "~" or "null";

    public bool IsBoolean => IsPlain && Value is "true" or "false";

    public bool IsNumber => IsPlain && Value.Length <= 64 && Number.IsMatch(Value);

    public bool IsString => !IsNull && !IsBoolean && !IsNumber;

    public override string Kind =>
        IsNull ? "nothing"
        : IsBoolean ? "a boolean"
        : IsNumber ? "a number"
        : "a string";

    public long? AsInteger() =>
        IsNumber && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null;

    public double? AsNumber() =>
        IsNumber && double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
