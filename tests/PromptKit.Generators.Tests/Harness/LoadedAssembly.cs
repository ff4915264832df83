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

    public static LoadedAssembly Load(Compilation compilation) => Load(compilation, DiagnosticSeverity.Error);

    /// <summary>Loads what the compiler has no errors of, nor warnings.</summary>
    public static LoadedAssembly LoadWithoutComplaints(Compilation compilation) => Load(compilation, DiagnosticSeverity.Warning);

    private static LoadedAssembly Load(Compilation compilation, DiagnosticSeverity least)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(
            image,
            symbols,
            options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb),
            cancellationToken: TestContext.Current.CancellationToken
        );
        var complaints = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= least).Select(TestCompilation.Describe).ToList();
        Assert.True(result.Success && complaints.Count == 0, string.Join('\n', complaints.Take(8)));
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
