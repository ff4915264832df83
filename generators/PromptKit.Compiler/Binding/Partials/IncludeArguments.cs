using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding.Partials;

/// <summary>Compares what an include passes with the parameters that its partial declares.</summary>
internal sealed class IncludeArguments(PartialFile partial, PartialParameters parameters, TypeCatalog types, DiagnosticBag diagnostics)
{
    private readonly ParameterFit _fit = new(types);

    /// <summary>Reports the parameters that are required and not passed, and names them.</summary>
    public IReadOnlyList<string> ReportMissing(IncludeNode node)
    {
        var missing = parameters.Members.Where(member => member.IsRequired && !node.Arguments.Any(Is(member))).ToList();
        foreach (var member in missing)
        {
            var type = ValueTypes.Describe(member.Type) + (member.Description is { } description ? $" ({description})" : "");
            diagnostics.Add(PartialRules.MissingArgument, node.NameRange, partial.ShortFileName, member.JsonName, type);
        }

        return missing.ConvertAll(member => member.JsonName);
    }

    /// <summary>The parameters that are not passed, and need not be.</summary>
    public IEnumerable<BoundMember> Absent(IncludeNode node) =>
        parameters.Members.Where(member => !member.IsRequired && !node.Arguments.Any(Is(member)));

    /// <summary>What a parameter is that is not passed.</summary>
    public BoundExpression NullOf(BoundMember member) =>
        _fit.TypeOfAbsent(member.Type) is { } type
            ? new LiteralExpression(Value: null, type)
            : new AbsentExpression(member.JsonName, member.Type);

    /// <summary>A value as its parameter takes it.</summary>
    /// <returns>Null when it does not; the diagnostics say why.</returns>
    public BoundExpression? Check(ArgumentNode argument, BoundExpression value)
    {
        if (parameters.Members.FirstOrDefault(member => Is(member)(argument)) is not { } member)
        {
            ReportUnknown(argument);
            return null;
        }

        if (value is AbsentExpression or { Type: BoundNull })
        {
            return member.IsNullable ? NullOf(member) : Report(argument, member, "null", "");
        }

        if (value.IsNullable && !member.IsNullable)
        {
            return Report(argument, member, "a value that may be null", " Give it a value with '??', or put this into an 'if' on it.");
        }

        return _fit.Take(value, member.Type) is { } taken
            ? taken
            : Report(argument, member, DescribeValue(value), _fit.Difference(value.Type, member.Type) + Remedy(value, member.Type));
    }

    private static Func<ArgumentNode, bool> Is(BoundMember member) => argument => argument.Name == member.JsonName;

    private void ReportUnknown(ArgumentNode argument)
    {
        var names = parameters.Members.Select(member => member.JsonName).ToList();
        diagnostics.Add(
            PartialRules.UnknownArgument,
            argument.NameRange,
            partial.ShortFileName,
            argument.Name!,
            Spelling.Suggest(argument.Name!, names),
            names.Count == 0 ? "It takes none." : $"It takes {string.Join(", ", names.Select(name => $"'{name}'"))}."
        );
    }

    private BoundExpression? Report(ArgumentNode argument, BoundMember member, string value, string remedy)
    {
        diagnostics.Add(
            PartialRules.WrongArgument,
            argument.Value.Range,
            argument.Name!,
            partial.ShortFileName,
            _fit.Describe(member.Type),
            value,
            remedy
        );
        return null;
    }

    private string DescribeValue(BoundExpression value) =>
        value is LiteralExpression { Value: string text } ? $"'{text}'" : _fit.Describe(value.Type);

    private static string Remedy(BoundExpression value, BoundType wanted) =>
        ValueTypes.IsText(wanted) && ValueTypes.HasText(value.Type) && wanted is BoundScalar ? " To make it a string, add \"\" to it." : "";
}
