namespace PromptKit.Aot;

internal enum RefundReason
{
    Late,
    Broken,
}
