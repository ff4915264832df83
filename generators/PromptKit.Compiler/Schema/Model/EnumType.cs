using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Schema.Model;

/// <summary>One of several strings or integers.</summary>
internal sealed record EnumType(EquatableArray<EnumChoice> Choices) : SchemaType;
