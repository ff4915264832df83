using PromptKit.Compiler.Diagnostics;

namespace PromptKit.Compiler.Tests.Schema;

public sealed class SchemaSeverityTests
{
    [Fact]
    public void TheUsersSeverityHoldsForSchemaFilesToo() =>
        Assert.Equal(Severity.Error, Assert.Single(Compile(new SeveritySetting("PK2041", Severity.Error))).Severity);

    [Fact]
    public void ASilencedRuleOfASchemaFileIsNotReported() => Assert.Empty(Compile(new SeveritySetting("PK2041", null)));

    [Fact]
    public void AnotherRulesSeverityChangesNothing() =>
        Assert.Equal(Severity.Warning, Assert.Single(Compile(new SeveritySetting("PK2040", null))).Severity);

    private static EquatableArray<PromptDiagnostic> Compile(SeveritySetting setting)
    {
        var project = new ProjectSettings("App");
        var severities = new EquatableArray<SeveritySetting>([setting]);
        var file = new PromptSource("_schemas.yaml", "_schemas.yaml", "Unused: { a: string }\n", project, Severities: severities);
        return ProjectCompiler.Compile(project, [], [file]).SchemaDiagnostics;
    }
}
