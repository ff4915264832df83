namespace PromptKit.Generators.Tests.Names;

/// <summary>The MSBuild properties <c>PromptKitClassName</c>, <c>PromptKitNamespace</c> and <c>PromptKitAccessibility</c>.</summary>
public sealed class SettingsTests
{
    private static readonly TestProject Project = TestProject
        .With("support/greet.prompt", "---\noutput: { schema: address }\n---\nHello\n")
        .Add("root.prompt", "Hello\n")
        .Add("root.formal.prompt", "Good day\n")
        .Add("_schemas.yaml", "address: { street: string }\n");

    [Fact]
    public void TheClassCanBeNamedOtherwise() =>
        Project
            .WithProperty("PromptKitClassName", "Texts")
            .AddSource(
                "class C { object A() => App.Texts.Support.Greet.With(new()); object B() => new App.Texts.Schemas.Address { Street = \"\" }; object D = App.Texts.All; }"
            )
            .Run();

    [Fact]
    public void TheNamespaceCanBeNamedOtherwise() =>
        Project
            .WithProperty("PromptKitNamespace", "Other.Place")
            .AddSource("class C { object A() => Other.Place.Prompts.Support.Greet; object B() => new Other.Place.RootInput(); }")
            .Run();

    [Theory]
    [InlineData("my-app", "my_app")]
    [InlineData("1st.App", "_1st.App")]
    [InlineData("class.App", "@class.App")]
    [InlineData("My App", "My_App")]
    public void ANameOfAProjectThatIsNoNamespaceBecomesOne(string rootNamespace, string expected) =>
        Project
            .WithProperty("RootNamespace", rootNamespace)
            .AddSource($"class C {{ object A() => {expected}.Prompts.Root; object B() => {expected}.Prompts.TryGet(\"root\", out _); }}")
            .Run();

    [Fact]
    public void WithoutANamespaceTypesAreGlobal() =>
        Project
            .WithProperty("RootNamespace", "")
            .AddSource("class C { object A() => global::Prompts.Root; object B = new RootInput(); }")
            .Run();

    [Fact]
    public void TypesCanBeInternal()
    {
        using var assembly = Project.WithProperty("PromptKitAccessibility", "internal").Run().Load();

        Assert.Empty(assembly.Assembly.GetExportedTypes());
    }

    [Theory]
    [InlineData("PromptKitClassName", "My Prompts", "a name of C#, such as 'Prompts'")]
    [InlineData("PromptKitClassName", "class", "a name of C#, such as 'Prompts'")]
    [InlineData("PromptKitClassName", "1st", "a name of C#, such as 'Prompts'")]
    [InlineData("PromptKitClassName", "A.B", "a name of C#, such as 'Prompts'")]
    [InlineData("PromptKitNamespace", "My-App", "a namespace of C#, such as 'App.Prompting'")]
    [InlineData("PromptKitNamespace", "App..X", "a namespace of C#, such as 'App.Prompting'")]
    [InlineData("PromptKitAccessibility", "Public", "'public' or 'internal'")]
    [InlineData("PromptKitAccessibility", "private", "'public' or 'internal'")]
    public void AWrongPropertyIsOneErrorAndTheDefaultStandsIn(string property, string value, string expected)
    {
        var run = Project
            .WithProperty(property, value)
            .AddSource("class C { object A() => App.Prompts.Root; object B = new App.RootInput(); }")
            .Run("PK1046");

        var error = Assert.Single(run.Diagnostics);
        Assert.Equal($"The MSBuild property '{property}' must be {expected}, but it is '{value}'.", error.GetMessage());
        Assert.Equal(Microsoft.CodeAnalysis.Location.None, error.Location);
    }
}
