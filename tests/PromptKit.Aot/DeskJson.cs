using System.Text.Json.Serialization;

namespace PromptKit.Aot;

/// <summary>The JSON of the session's state.</summary>
[JsonSerializable(typeof(DeskState))]
internal sealed partial class DeskJson : JsonSerializerContext;
