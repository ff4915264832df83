namespace PromptKit.Aot;

/// <summary>Runs the checks of this program, one after the other.</summary>
internal sealed class Checks
{
    private int _passed;
    private int _failed;

    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"Expected '{expected}', and it is '{actual}'.");
        }
    }

    public async Task RunAsync(string name, Func<Task> check)
    {
        try
        {
            await check();
            _passed++;
            Console.WriteLine($"passed  {name}");
        }
        // Whatever goes wrong is a failed check.
        catch (Exception exception)
        {
            _failed++;
            Console.WriteLine($"FAILED  {name}: {exception}");
        }
    }

    /// <summary>Says what came of it.</summary>
    /// <returns>The exit code.</returns>
    public int Report()
    {
        Console.WriteLine($"NativeAOT: {_passed} passed, {_failed} failed");
        return _failed == 0 ? 0 : 1;
    }
}
