using System.Text.Json.Serialization;

namespace PromptKit;

/// <summary>The JSON of our own records. Members that are not set are not written.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ThreadProperties))]
[JsonSerializable(typeof(TurnMark))]
internal sealed partial class SessionRecords : JsonSerializerContext;
