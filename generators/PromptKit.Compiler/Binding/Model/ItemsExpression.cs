namespace PromptKit.Compiler.Binding.Model;

/// <summary>What a loop over something other than a list runs over: a text's characters, a map's entries, what a value of any type holds.</summary>
internal sealed record ItemsExpression(BoundExpression Operand, BoundList List) : BoundExpression(List, IsNullable: false);
