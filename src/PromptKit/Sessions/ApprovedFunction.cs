using Microsoft.Extensions.AI;

namespace PromptKit;

/// <summary>A function that does not say that it needs approval: PromptKit has asked before it lets function invocation see a call.</summary>
internal sealed class ApprovedFunction(AIFunction function) : DelegatingAIFunction(function)
{
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ApprovalRequiredAIFunction) ? null : base.GetService(serviceType, serviceKey);
}
