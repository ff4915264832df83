using PromptKit;
using SupportDesk.Models;

namespace SupportDesk.Tests.Models;

public class OfflineModelTests
{
    private readonly Chat _chat = new Session(OfflineModel.Create(TimeSpan.Zero)).Chat();

    [Fact]
    public async Task ACase_IsInvestigatedQuestionByQuestion_AndHandedOverWithAllThatWasSaid()
    {
        await SayAsync(
            "My internet keeps dropping.",
            "I am sorry about the trouble with your connection. Is the light on your router green, or does it blink?"
        );
        await SayAsync(
            "It blinks.",
            "Noted: “It blinks”. You came because of “My internet keeps dropping”, so: please unplug the router, wait thirty seconds "
                + "and plug it in again. Does the connection stay up?"
        );
        await SayAsync(
            "No",
            "Noted: “No”. You came because of “My internet keeps dropping”, so: does it happen on every device, or on one of them only?"
        );
        await SayAsync(
            "every one",
            "Thank you, that is all I need. A colleague takes over your case about your connection and reads: “My internet keeps "
                + "dropping”, then “It blinks”, then “No”, then “every one”."
        );
    }

    [Fact]
    public async Task ANameOnceGiven_IsUsed()
    {
        await SayAsync("Hello, my name is Ada", "Hello, Ada! What can I do for you?");
        await SayAsync(
            "I forgot my password",
            "I am sorry about the trouble with your account, Ada. What do you see when you try to log in?"
        );
        await SayAsync("Thanks!", "You are welcome, Ada. Come back any time if your account gives you trouble again.");
    }

    [Fact]
    public async Task WhatWasSaid_IsRemembered()
    {
        await SayAsync("What did I say?", "This is the first thing you told me. What can I do for you?");
        await SayAsync("My parcel is late", "I am sorry about the trouble with your order. What is the number of the order?");
        await SayAsync("What did I say earlier?", "So far you told me: “What did I say?”, then “My parcel is late”.");
        await SayAsync("42", "Noted: “42”. You came because of “My parcel is late”, so: which day was it promised for?");
    }

    [Fact]
    public async Task AnOrder_IsLookedUpWithThePromptsTool()
    {
        var chat = new Session(OfflineModel.Create(TimeSpan.Zero)).Chat(Prompts.TriageAgent);

        Assert.Equal(
            "Order 17 is on its way and was promised for 2026-03-09. What is wrong with it?",
            (await chat.SendAsync("Where is my order 17?", TestContext.Current.CancellationToken)).Text
        );
        Assert.Equal(
            "I find no order of that number. It stands on top of the confirmation that we sent you; which one is it?",
            (await chat.SendAsync("It is order 18", TestContext.Current.CancellationToken)).Text
        );
    }

    [Fact]
    public async Task AnotherProblem_IsAnotherCase()
    {
        await SayAsync(
            "My internet is slow",
            "I am sorry about the trouble with your connection. Is the light on your router green, or does it blink?"
        );
        await SayAsync(
            "And the bill is wrong",
            "I am sorry about the trouble with your invoice. Which invoice is it? The number is in its top right corner."
        );
    }

    [Fact]
    public async Task WhatItDoesNotUnderstand_ItAsksAbout() =>
        await SayAsync("This is odd", "Tell me a little more: is it about your connection, your invoice, your account or your order?");

    private async Task SayAsync(string text, string answer) =>
        Assert.Equal(answer, (await _chat.SendAsync(text, TestContext.Current.CancellationToken)).Text);
}
