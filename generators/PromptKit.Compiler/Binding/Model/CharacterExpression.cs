namespace PromptKit.Compiler.Binding.Model;

/// <summary>A character of a text by its index; null before the first.</summary>
internal sealed record CharacterExpression(BoundExpression Text, BoundExpression Index)
    : BoundExpression(BoundCharacter.Type, IsNullable: true);
