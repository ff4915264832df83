using Microsoft.CodeAnalysis;
using PromptKit.Compiler.Binding.Model;

namespace PromptKit.Generators.Tools;

/// <summary>Reads what a tool's method returns.</summary>
internal static class ToolReturnReader
{
    private const string Tasks = "System.Threading.Tasks.";

    /// <summary>Gives the method its result.</summary>
    /// <returns>The method; null when a model cannot get its result, and the reader of the types says why.</returns>
    public static ToolMethod? Read(ToolMethod method, ITypeSymbol type, ToolTypeReader types)
    {
        var named = type as INamedTypeSymbol;
        var (isAwaited, isStream, result) = KnownTypes.NameOf(type) switch
        {
            Tasks + "Task" or Tasks + "ValueTask" => (true, false, named!.TypeArguments.FirstOrDefault()),
            "System.Collections.Generic.IAsyncEnumerable" => (false, true, named!.TypeArguments[0]),
            _ => (false, false, type.SpecialType == SpecialType.System_Void ? null : type),
        };
        method = method with { IsAwaited = isAwaited, IsStream = isStream };
        if (result is null)
        {
            return method;
        }

        return types.ReadWhole(result) is { } read ? method with { Result = read, ResultTypes = types.Declarations } : null;
    }
}
