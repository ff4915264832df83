using System.Text.Json.Serialization;

namespace PromptKit.Benchmarks.Outputs;

/// <summary>System.Text.Json's source-generated reader.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlainCaseFile))]
internal sealed partial class PlainJson : JsonSerializerContext;
