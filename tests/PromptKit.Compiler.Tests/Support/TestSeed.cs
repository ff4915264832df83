using System.Globalization;

namespace PromptKit.Compiler.Tests.Support;

/// <summary>
/// How random tests are driven. <c>PROMPTKIT_TEST_SEED</c> replays or varies them, <c>PROMPTKIT_TEST_SCALE</c> multiplies how many inputs
/// they try: 1 is for every build, 40 gives the compiler 200,000 inputs.
/// </summary>
internal static class TestSeed
{
    private const int Default = 20_260;

    public static int Value { get; } = Read("PROMPTKIT_TEST_SEED", Default);

    public static int Scale { get; } = Math.Max(1, Read("PROMPTKIT_TEST_SCALE", 1));

    /// <summary>A stream of its own for each test, so that adding one does not change the others.</summary>
    public static Random For(string test) => new(unchecked((Value * 397) ^ StableHash(test)));

    public static string Describe(int index) => string.Create(CultureInfo.InvariantCulture, $"seed {Value}, input {index}");

    // string.GetHashCode differs from run to run.
    private static int StableHash(string text) => text.Aggregate(17, (hash, character) => unchecked((hash * 31) + character));

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
