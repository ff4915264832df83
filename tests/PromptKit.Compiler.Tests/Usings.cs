global using PromptKit.Compiler.Tests.Support;
global using PromptKit.Compiler.Text;
