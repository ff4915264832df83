global using PromptKit.Compiler.Diagnostics;
global using PromptKit.Compiler.Tests.Support;
global using PromptKit.Compiler.Text;
