using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a template renders to that reads nothing.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="HistoryPosition">How many of them go before the history; null for all.</param>
internal sealed record ConstantPreamble(EquatableArray<BoundMessage> Messages, int? HistoryPosition);
