using System.Text.Json.Serialization;

namespace PromptKit;

/// <summary>The JSON of what spans tell. Members that are not set are not written.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower
)]
[JsonSerializable(typeof(TelemetryContents.SpanMessage[]))]
internal sealed partial class SpanRecords : JsonSerializerContext;
