using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace PromptKit.Rendering;

/// <content>What the arguments of tools need beyond the input of prompts.</content>
public readonly partial struct JsonInput
{
    /// <summary>Whether something of the whole value did not fit so far: what was read is then of no use.</summary>
    public bool HasMismatches => _mismatches.Count > 0;

    /// <summary>Whether a member is there and not null.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it is.</returns>
    public bool Has(string name) => Optional(name) is not null;

    /// <summary>Reads an integer of fewer bits.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>The integer.</returns>
    public T ReadInteger<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (count, value) = (_mismatches.Count, ReadInteger());
        if (_mismatches.Count > count || IsMissing)
        {
            return default;
        }

        return value >= long.CreateSaturating(T.MinValue) && value <= long.CreateSaturating(T.MaxValue)
            ? T.CreateTruncating(value)
            : Fail<T>(string.Create(CultureInfo.InvariantCulture, $"must be from {T.MinValue} to {T.MaxValue}, but is {value}"));
    }

    /// <summary>Reads a decimal number.</summary>
    /// <returns>The number.</returns>
    public decimal ReadDecimal() =>
        _element.ValueKind == JsonValueKind.Number && _element.TryGetDecimal(out var number)
            ? number
            : FailType<decimal>("a number of at most 28 digits");

    internal static JsonInput Begin(JsonElement json, List<JsonMismatch> mismatches) => new(json, JsonPath.Root, mismatches);
}
