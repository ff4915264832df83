namespace PromptKit.Aot;

internal sealed record OrderLine(string Sku, int Count);
