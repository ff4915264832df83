using PromptKit.Aot;

var checks = new Checks();
await checks.RunAsync("A prompt renders, from a record and from JSON", PromptChecks.Renders);
await checks.RunAsync("A record is written as JSON and read", PromptChecks.RecordsAreJson);
await checks.RunAsync("A session answers, streams and keeps the history", SessionChecks.Talks);
await checks.RunAsync("A prompt's tools come along and are called", SessionChecks.CallsTools);
await checks.RunAsync("Arguments that do not fit go back to the model", SessionChecks.RefusesArguments);
await checks.RunAsync("A call waits for its approval", SessionChecks.WaitsForApproval);
await checks.RunAsync("State is kept in the store, by a JsonSerializerContext", SessionChecks.KeepsState);
return checks.Report();
