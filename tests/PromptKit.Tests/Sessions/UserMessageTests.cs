namespace PromptKit.Tests.Sessions;

public class UserMessageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly ScriptedChatClient _model = new ScriptedChatClient().Otherwise("ok");

    public static TheoryData<AIContent> WhatAUserDoesNotSay =>
        [
            new FunctionCallContent("1", "refund"),
            new FunctionResultContent("1", "done"),
            new ToolApprovalRequestContent("1", new FunctionCallContent("1", "refund")),
            new ToolApprovalResponseContent("1", approved: true, new FunctionCallContent("1", "refund")),
        ];

    [Theory]
    [MemberData(nameof(WhatAUserDoesNotSay))]
    public async Task WhatOnlyATurnMayAdd_IsRefusedFromACaller(AIContent content)
    {
        var chat = new Session(_model).Chat();
        AIContent[] contents = [new TextContent("hi"), content];

        await Assert.ThrowsAsync<ArgumentException>("contents", () => chat.SendAsync(contents, Token));
        await Assert.ThrowsAsync<ArgumentException>("message", () => chat.SendAsync(new ChatMessage(ChatRole.User, contents), Token));
        Assert.Throws<ArgumentException>("contents", () => chat.SendStreamingAsync(contents, Token));
        Assert.Empty(_model.Requests);
    }

    [Theory]
    [InlineData("system")]
    [InlineData("assistant")]
    [InlineData("tool")]
    public async Task OnlyTheUser_IsSent(string role) =>
        await Assert.ThrowsAsync<ArgumentException>(
            "message",
            () => new Session(_model).Chat().SendAsync(new ChatMessage(new(role), "hi"), Token)
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task NothingToSend_IsRefused(string text)
    {
        var chat = new Session(_model).Chat();

        await Assert.ThrowsAsync<ArgumentException>("text", () => chat.SendAsync(text, Token));
        await Assert.ThrowsAsync<ArgumentException>("contents", () => chat.SendAsync([new TextContent(text)], Token));
        await Assert.ThrowsAsync<ArgumentException>("contents", () => chat.SendAsync(Array.Empty<AIContent>(), Token));
    }
}
