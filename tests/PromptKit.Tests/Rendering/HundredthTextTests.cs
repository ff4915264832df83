using System.Globalization;
using PromptKit.Rendering;

namespace PromptKit.Tests.Rendering;

/// <summary>The short way to write a number comes to the same text as .NET's own.</summary>
public sealed class HundredthTextTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(19.99, true)]
    [InlineData(-0.05, true)]
    [InlineData(0.5, true)]
    [InlineData(120d, true)]
    [InlineData(9_999_999_999_999.99, true)]
    [InlineData(1e13, false)]
    [InlineData(1e15, false)]
    [InlineData(0.125, false)]
    [InlineData(0.1 + 0.2, false)]
    [InlineData(1.005, false)]
    [InlineData(0.001, false)]
    [InlineData(0d, false)]
    [InlineData(double.Epsilon, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.NegativeInfinity, false)]
    [InlineData(double.MaxValue, false)]
    public void OnlyNumbersOfAtMostTwoPlacesAreWritten(double value, bool isWritten)
    {
        Assert.Equal(isWritten, Write(value) is not null);
        Check(value);
    }

    [Fact]
    public void WhatIsWrittenIsWhatDotNetWrites()
    {
        var seed = int.Parse(
            Environment.GetEnvironmentVariable("PROMPTKIT_TEST_SEED") ?? $"{Random.Shared.Next()}",
            CultureInfo.InvariantCulture
        );
        output.WriteLine($"PROMPTKIT_TEST_SEED={seed}");
        var random = new Random(seed);
        for (var round = 0; round < 200_000; round++)
        {
            var hundredths = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 17)));
            var value = (random.Next(2) == 0 ? 1 : -1) * hundredths / 100d;
            Check(value);
            Check(Math.BitIncrement(value));
            Check(Math.BitDecrement(value));
            Check(value / random.Next(1, 1000));
            Check(BitConverter.Int64BitsToDouble(random.NextInt64()));
        }
    }

    [Fact]
    public void TheZeroBelowZeroIsNotWritten() => Assert.Null(Write(-0d));

    [Fact]
    public void WithoutRoomNothingIsWritten() => Assert.False(HundredthText.TryWrite(1.5, new char[16], out _));

    private static void Check(double value)
    {
        if (Write(value) is { } text)
        {
            Assert.Equal(value.ToString(CultureInfo.InvariantCulture), text);
        }
    }

    private static string? Write(double value)
    {
        Span<char> text = stackalloc char[17];
        return HundredthText.TryWrite(value, text, out var written) ? text[..written].ToString() : null;
    }
}
