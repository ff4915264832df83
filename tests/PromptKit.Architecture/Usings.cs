global using PromptKit.Compiler.Tests.Support;
