namespace PromptKit.Testing.Tests;

public class ConversationRulesTests
{
    private static readonly ChatMessage s_user = new(ChatRole.User, "hi");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ChatMessage[], string> Refused =>
        new()
        {
            { [], "The request has no messages." },
            {
                [s_user, new(ChatRole.Assistant, "hello")],
                "Message 1 (assistant) is the last: the conversation has to end with something to answer."
            },
            { [s_user, new(ChatRole.Assistant, ""), s_user], "Message 1 (assistant) is empty." },
            { [new(ChatRole.User, (IList<AIContent>)[])], "Message 0 (user) is empty." },
            {
                [s_user, Calls("a", "b"), Results("a"), s_user],
                "Message 3 (user) comes before the result of 'b' (look): every tool call is answered by a tool message right behind it."
            },
            {
                [s_user, Calls("a"), s_user, Results("a")],
                "Message 2 (user) comes before the result of 'a' (look): every tool call is answered by a tool message right behind it."
            },
            {
                [s_user, Calls("a")],
                "The conversation's end comes before the result of 'a' (look): every tool call is answered by a tool message right behind it."
            },
            { [s_user, Results("a")], "Message 1 (tool) contains a result for 'a', which no call before it waits for." },
            { [s_user, Calls("a"), Results("a", "a")], "Message 2 (tool) contains a result for 'a', which no call before it waits for." },
            { [s_user, Calls("a", "a")], "Message 1 (assistant) calls twice under the id 'a'." },
            { [new(ChatRole.User, Calls("a").Contents)], "Message 0 (user) contains the call 'a': only an assistant calls tools." },
            {
                [s_user, Calls("a"), new(ChatRole.Tool, [new FunctionResultContent("a", "x"), new TextContent("y")])],
                "Message 2 (tool) contains a TextContent: tool messages hold results alone."
            },
            {
                [new(ChatRole.User, [new FunctionResultContent("a", "x")])],
                "Message 0 (user) contains the result 'a': results belong into tool messages."
            },
            {
                [new(ChatRole.User, [new ToolApprovalResponseContent("r", approved: true, new FunctionCallContent("a", "look"))])],
                "Message 0 (user) contains a ToolApprovalResponseContent: approvals are settled before the model is asked, and not sent to it."
            },
        };

    public static TheoryData<ChatMessage[]> Accepted =>
        new(
            [s_user],
            [new(ChatRole.System, "Be kind."), s_user, new(ChatRole.Assistant, "hello"), s_user],
            [s_user, s_user],
            [s_user, Calls("a", "b"), Results("b", "a")],
            [s_user, Calls("a", "b"), Results("a"), Results("b"), new(ChatRole.Assistant, "done"), s_user, Calls("a"), Results("a")],
            [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])]
        );

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task WhatServicesRefuse_IsRefused_AndRecorded(ChatMessage[] conversation, string message)
    {
        var model = new ScriptedChatClient().Otherwise("ok");

        var error = await Assert.ThrowsAsync<InvalidConversationException>(() =>
            model.GetResponseAsync(conversation, cancellationToken: Token)
        );
        Assert.Equal(message, error.Message);
        await Assert.ThrowsAsync<InvalidConversationException>(async () =>
            await model.GetStreamingResponseAsync(conversation, cancellationToken: Token).ToListAsync(Token)
        );
        Assert.Equal(2, model.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Accepted), DisableDiscoveryEnumeration = true)]
    public async Task WhatServicesAccept_IsAccepted(ChatMessage[] conversation) =>
        Assert.Equal("ok", (await new ScriptedChatClient().Otherwise("ok").GetResponseAsync(conversation, cancellationToken: Token)).Text);

    [Fact]
    public async Task TwoToolsOfOneName_AreRefused()
    {
        var tool = AIFunctionFactory.Create(() => 1, "look");

        var error = await Assert.ThrowsAsync<InvalidConversationException>(() =>
            new ScriptedChatClient().Otherwise("ok").GetResponseAsync([s_user], new ChatOptions { Tools = [tool, tool] }, Token)
        );
        Assert.Equal("The request offers two tools named 'look'.", error.Message);
    }

    private static ChatMessage Calls(params string[] ids) =>
        new(ChatRole.Assistant, [.. ids.Select(id => new FunctionCallContent(id, "look"))]);

    private static ChatMessage Results(params string[] ids) =>
        new(ChatRole.Tool, [.. ids.Select(id => new FunctionResultContent(id, "seen"))]);
}
