using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Templates.Nodes;

/// <summary>A choice by value.</summary>
internal sealed record CaseNode(ExpressionNode Value, EquatableArray<WhenNode> Whens, EquatableArray<TemplateNode> Else, TextRange Range)
    : TemplateNode(Range);
