using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace PromptKit.Generators.Tests.Harness;

/// <summary>A compilation, emitted and loaded: what its prompts are and render to.</summary>
internal sealed class LoadedAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context = new(name: null, isCollectible: true);
    private readonly System.Reflection.Assembly _assembly;

    private LoadedAssembly(byte[] image, byte[] symbols)
    {
        Symbols = symbols;
        _assembly = _context.LoadFromStream(new MemoryStream(image), new MemoryStream(symbols));
    }

    /// <summary>The portable PDB.</summary>
    public byte[] Symbols { get; }

    public System.Reflection.Assembly Assembly => _assembly;

    public static LoadedAssembly Load(Compilation compilation) => Load(compilation, out _);

    /// <summary>Loads what the compiler has no errors of.</summary>
    /// <param name="compilation">What to compile.</param>
    /// <param name="complaints">Its warnings.</param>
    public static LoadedAssembly Load(Compilation compilation, out IReadOnlyList<string> complaints)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: TestContext.Current.CancellationToken
        );
        complaints =
        [
            .. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(TestCompilation.Describe),
        ];
        Assert.True(result.Success, string.Join('\n', complaints));
        return new LoadedAssembly(image.ToArray(), symbols.ToArray());
    }

    /// <param name="className">The generated class's full name, as reflection writes it.</param>
    public Prompt Prompt(string className) =>
        (Prompt)_assembly.GetType(className, throwOnError: true)!.GetProperty("Instance")!.GetValue(obj: null)!;

    /// <summary>The list <c>All</c> of a generated class.</summary>
    public IReadOnlyList<Prompt> AllPrompts(string className) =>
        (IReadOnlyList<Prompt>)_assembly.GetType(className, throwOnError: true)!.GetProperty("All")!.GetValue(obj: null)!;

    /// <summary>Renders a prompt from an input with these members; the others are left at their defaults.</summary>
    public static Preamble Render(Prompt prompt, params IEnumerable<(string Property, object? Value)> members)
    {
        var render = prompt
            .GetType()
            .GetMethods()
            .Single(method =>
                method.Name == "Render" && method.GetParameters() is [{ ParameterType: var input }] && input != typeof(JsonElement)
            );
        var input = Activator.CreateInstance(render.GetParameters()[0].ParameterType)!;
        foreach (var (property, value) in members)
        {
            input.GetType().GetProperty(property)!.SetValue(input, value);
        }

        return (Preamble)render.Invoke(prompt, [input])!;
    }

    public void Dispose() => _context.Unload();
}
