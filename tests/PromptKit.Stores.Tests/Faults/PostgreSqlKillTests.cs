namespace PromptKit.Stores.Tests.Faults;

public sealed class PostgreSqlKillTests() : KillTests("postgresql");
