global using System.Text.Json.Nodes;
global using PromptKit.Generators.Tests.Harness;
