namespace PromptKit.Package;

public sealed class WatchTests(Workshop workshop)
{
    [Fact]
    public async Task DotNetWatch_AppliesAnEditedPromptOrPartial_ToTheRunningProcess()
    {
        var project = workshop.NewConsumer("Watched");
        project.WriteProject();
        project.Write("_tone.prompt", "Be kind.");
        project.Write("greeter.prompt", "You greet {{ 1 + 1 }} customers. {{ include \"tone\" }}");
        // It prints when it starts and whenever it was changed: nothing polls, and only the same process has the same number.
        project.Write(
            "Program.cs",
            """
            using System.Reflection.Metadata;
            using Watched;

            [assembly: MetadataUpdateHandler(typeof(Printer))]

            Printer.UpdateApplication(null);
            Thread.Sleep(Timeout.Infinite);

            static class Printer
            {
                public static void UpdateApplication(Type[]? changed) =>
                    Console.WriteLine($"PROMPT {Environment.ProcessId} {Prompts.Greeter.Render().Messages[0].Text}");
            }
            """
        );
        await using var program = WatchedProgram.Start(project.Folder);
        // What is edited before it waits is not seen.
        var start = Split(await program.WaitForAsync("PROMPT ", "Waiting for changes"));
        Assert.Equal("You greet 2 customers. Be kind.", start.Text);

        project.Write("greeter.prompt", "You greet {{ 1 + 2 }} guests. {{ include \"tone\" }}");
        Assert.Equal((start.Process, "You greet 3 guests. Be kind."), Split(await program.WaitForAsync("PROMPT ", "changes applied")));

        project.Write("_tone.prompt", "Be brief.");
        Assert.Equal((start.Process, "You greet 3 guests. Be brief."), Split(await program.WaitForAsync("PROMPT ")));
    }

    private static (string Process, string Text) Split(string line) =>
        line.Split(' ', 3) is [_, var process, var text] ? (process, text) : default;
}
