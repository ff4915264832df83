using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptKit.Testing;

namespace SupportDesk.Models;

/// <summary>
/// A support agent by rule: takes up the customer's problem, asks for what a colleague needs, and refers to what was said before. What
/// it knows it reads from the conversation it is sent, as a real model does.
/// </summary>
internal static class OfflineModel
{
    private const string LookupOrder = "lookup_order";

    public static ScriptedChatClient Create(TimeSpan chunkDelay) =>
        new ScriptedChatClient { ModelId = "offline", ChunkDelay = chunkDelay }
            .When(request => request.Options?.ResponseFormat is ChatResponseFormatJson, FillIn)
            .When(request => request.ToolResults.Count > 0, TellOrder)
            .When(request => AsksBack(request.UserText), Recall)
            .When(request => Words.Any(request.UserText, "thanks", "thank", "bye", "goodbye", "solved"), Farewell)
            .When(request => OrderNumber(request) is not null, LookUp)
            .When(request => Case(request) is not null, Investigate)
            .When(request => CustomerName.Find([request.UserText]) is not null, request => $"Hello{Name(request)}! What can I do for you?")
            .Otherwise(request => $"Tell me a little more{Name(request)}: is it about {SupportTopic.AllSubjects}?");

    private static ScriptedReply Recall(ScriptedRequest request) =>
        request.UserTexts.Count == 1
            ? "This is the first thing you told me. What can I do for you?"
            : $"So far you told me{Name(request)}: {Quote(request.UserTexts.SkipLast(1))}.";

    // Asked for JSON: the conversation is in the request, a line for each message.
    private static ScriptedReply FillIn(ScriptedRequest request)
    {
        const string user = "user: ";
        var said = request.UserText.Split('\n').Where(line => line.StartsWith(user, StringComparison.Ordinal));
        var support = SupportCase.Find([.. said.Select(line => line[user.Length..])]);
        var answers = support is null ? 0 : support.Statements.Count - 1;
        var file = new CaseFileOutput
        {
            Category = support?.Topic.Category ?? CaseFileOutputCategory.Other,
            Urgency = support is null ? 1 : 3,
            Summary = support is null ? "The customer has not said yet what is wrong." : $"The customer says: {Quote(support.Statements)}.",
            OpenQuestions = support is null ? [] : [.. support.Topic.Questions.Skip(answers)],
        };
        return JsonSerializer.Serialize(file, CaseFileOutput.JsonTypeInfo);
    }

    private static ScriptedReply Farewell(ScriptedRequest request) =>
        Case(request) is { } support
            ? $"You are welcome{Name(request)}. Come back any time if {support.Topic.Subject} gives you trouble again."
            : $"You are welcome{Name(request)}. Come back any time.";

    private static ScriptedReply Investigate(ScriptedRequest request)
    {
        var support = Case(request)!;
        var questions = support.Topic.Questions;
        var answers = support.Statements.Count - 1;
        return answers switch
        {
            0 => $"I am sorry about the trouble with {support.Topic.Subject}{Name(request)}. {questions[0]}",
            _ when answers < questions.Count =>
                $"Noted: {Quote(support.Statements.TakeLast(1))}. You came because of {Quote(support.Statements.Take(1))}, so: {questions[answers]}",
            _ => $"Thank you{Name(request)}, that is all I need. A colleague takes over your case about {support.Topic.Subject} and reads: "
                + $"{Quote(support.Statements)}.",
        };
    }

    private static ScriptedReply LookUp(ScriptedRequest request) =>
        ScriptedReply.Call(LookupOrder, new Dictionary<string, object?>(StringComparer.Ordinal) { ["number"] = OrderNumber(request) });

    private static ScriptedReply TellOrder(ScriptedRequest request) =>
        request.ToolResults[^1].Result is JsonElement { ValueKind: JsonValueKind.Object } order
            ? $"Order {order.GetProperty("number")} is {Words.Spaced(order.GetProperty("state").GetString()!)}"
                + $" and was promised for {order.GetProperty("promised")}{Name(request)}. What is wrong with it?"
            : $"I find no order of that number{Name(request)}. It stands on top of the confirmation that we sent you; which one is it?";

    // Only what a real model could do too: the tool must have been offered.
    private static string? OrderNumber(ScriptedRequest request) =>
        request.Options?.Tools?.Any(tool => tool.Name == LookupOrder) == true && Case(request) is { Topic.Subject: SupportTopic.Order }
            ? Words.Number(request.UserText)
            : null;

    private static SupportCase? Case(ScriptedRequest request) => SupportCase.Find([.. request.UserTexts.Where(text => !AsksBack(text))]);

    private static bool AsksBack(string text) =>
        Words.Any(text, "recap", "summary", "summarise", "summarize")
        || (text.TrimEnd().EndsWith('?') && Words.Any(text, "remember", "earlier", "said", "say", "told"));

    private static string Name(ScriptedRequest request) => CustomerName.Find(request.UserTexts) is { } name ? $", {name}" : "";

    private static string Quote(IEnumerable<string> texts) => string.Join(", then ", texts.Select(text => $"“{text.TrimEnd('.')}”"));
}
