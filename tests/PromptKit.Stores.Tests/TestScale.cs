using System.Globalization;

namespace PromptKit.Stores.Tests;

/// <summary><c>PROMPTKIT_TEST_SCALE</c>: how many times as many cases are tried. 1 by default, 40 in CI.</summary>
internal static class TestScale
{
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SCALE"), CultureInfo.InvariantCulture, out var value)
            ? Math.Max(1, value)
            : 1;
}
