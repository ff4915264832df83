namespace PromptKit.Stores.Tests.Faults;

public sealed class RedisKillTests() : KillTests("redis");
