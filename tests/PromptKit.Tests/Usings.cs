global using Microsoft.Extensions.AI;
global using PromptKit.Testing;
