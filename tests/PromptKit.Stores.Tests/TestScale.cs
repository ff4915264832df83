using System.Globalization;

namespace PromptKit.Stores.Tests;

/// <summary><c>PROMPTKIT_TEST_SCALE</c>: how many times as many cases are tried. 1 by default, 40 gives the full counts.</summary>
internal static class TestScale
{
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SCALE"), CultureInfo.InvariantCulture, out var value)
            ? Math.Max(1, value)
            : 1;

    /// <summary><c>PROMPTKIT_TEST_SEED</c>: replays a random test.</summary>
    public static int? Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SEED"), CultureInfo.InvariantCulture, out var value) ? value : null;
}
