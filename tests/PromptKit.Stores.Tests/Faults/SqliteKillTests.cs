namespace PromptKit.Stores.Tests.Faults;

public sealed class SqliteKillTests() : KillTests("sqlite");
