using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PromptKit.Architecture;

/// <summary>
/// No lock of a session is held across an await, and nothing blocks: <c>lock</c> statements are, by the compiler, free of awaits, and other
/// locks are not used. A thread's queue hands turns on; it locks only while it looks at its list.
/// </summary>
public sealed class SessionLockTests
{
    private static readonly string[] Locks =
    [
        "Barrier",
        "EnterScope",
        "GetResult",
        "ManualResetEvent",
        "ManualResetEventSlim",
        "AutoResetEvent",
        "Monitor",
        "Mutex",
        "ReaderWriterLock",
        "ReaderWriterLockSlim",
        "Semaphore",
        "SemaphoreSlim",
        "SpinLock",
        "Wait",
        "WaitAll",
        "WaitAny",
        "WaitOne",
    ];

    [Fact]
    public void SessionsUseNoLockThatAnAwaitCouldBeUnder() =>
        Assert.Equal(
            // One stream's own, between its reader and whoever stops it: reading is what has to wait.
            ["src/PromptKit/Sessions/ChatStreamReader.cs: SemaphoreSlim"],
            SourceFiles
                .In("src", "PromptKit")
                .Where(file => file.RelativePath.Contains("/Sessions/", StringComparison.Ordinal))
                .SelectMany(Uses)
        );

    [Fact]
    public void AUseIsSeen() =>
        Assert.Equal(
            ["a.cs: GetResult", "a.cs: SemaphoreSlim"],
            Uses(new SourceFile("a.cs", "class A { SemaphoreSlim? _lock; int Get(Task<int> task) => task.GetAwaiter().GetResult(); }"))
        );

    // An awaiter of one's own has to have a GetResult; calling one is what blocks.
    private static IEnumerable<string> Uses(SourceFile file) =>
        file
            .Tree.GetRoot()
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Select(name => name.Identifier.ValueText)
            .Where(Locks.Contains)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => $"{file.RelativePath}: {name}");
}
