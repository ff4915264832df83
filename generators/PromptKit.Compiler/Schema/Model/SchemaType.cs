namespace PromptKit.Compiler.Schema.Model;

/// <summary>What a value may be, as far as C# can say it. Equal by content; carries no ranges.</summary>
internal abstract record SchemaType;
