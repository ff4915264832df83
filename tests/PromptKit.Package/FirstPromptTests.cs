namespace PromptKit.Package;

public sealed class FirstPromptTests(Workshop workshop)
{
    [Fact]
    public async Task ANewConsoleProject_WithThePackagesAndOnePrompt_TalksToAModel()
    {
        var project = workshop.NewConsumer("FirstChat");
        await DotNet.RunAsync(project.Folder, "new", "console", "--no-restore");
        await DotNet.RunAsync(project.Folder, "add", "package", "PromptKit", "--version", workshop.Version);
        await DotNet.RunAsync(project.Folder, "add", "package", "PromptKit.Testing", "--version", workshop.Version);
        project.Write(
            "greeter.prompt",
            """
            ---
            description: Greets a customer by name.
            model: gpt-5-mini
            input:
              schema:
                name: string, how to address the customer
            ---
            You greet {{ name }} in one sentence.
            """
        );
        project.Write(
            "Program.cs",
            """
            using FirstChat;
            using PromptKit;
            using PromptKit.Testing;

            var model = new ScriptedChatClient().Otherwise(request => $"{request.Options?.ModelId} was told: {request.SystemText}");
            var chat = new Session(model).Chat(Prompts.Greeter.With(new GreeterInput { Name = "Ann" }));
            Console.WriteLine((await chat.SendAsync("Hello")).Text);
            Console.WriteLine(chat.Messages.Count);
            """
        );

        Assert.Equal("gpt-5-mini was told: You greet Ann in one sentence.\n2\n", await project.RunAsync());
    }
}
