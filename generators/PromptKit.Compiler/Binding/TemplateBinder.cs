using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Checks a template against its input and resolves its names.</summary>
internal sealed class TemplateBinder
{
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["system"] = "System",
        ["user"] = "User",
        ["assistant"] = "Assistant",
        ["model"] = "Assistant",
    };

    private readonly PromptText _text;
    private readonly bool _inputIsLost;
    private readonly bool _inputIsWrapped;
    private readonly BoundRecord _input;
    private readonly DiagnosticBag _diagnostics;

    private TemplateBinder(PromptParts parts, BoundSchema input, DiagnosticBag diagnostics)
    {
        _text = parts.Text;
        _inputIsLost = parts.Schemas.Input is { IsLost: true };
        _inputIsWrapped = input.IsWrapped;
        _input = input.Record!;
        _diagnostics = diagnostics;
    }

    public static EquatableArray<BoundStatement> Bind(PromptParts parts, BoundSchema input, DiagnosticBag diagnostics)
    {
        var binder = new TemplateBinder(parts, input, diagnostics);
        var nodes = parts.Template?.Nodes ?? default;
        return nodes.Select(binder.Bind).OfType<BoundStatement>().ToEquatableArray();
    }

    private BoundStatement? Bind(TemplateNode node) =>
        node switch
        {
            TextNode text => BoundText.Of(text.Text, _text.Locate(text.Range)),
            RoleNode role => BindRole(role),
            OutputNode { Expression: VariableNode variable } output => BindVariable(variable, output.Indent),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private BoundRole? BindRole(RoleNode role)
    {
        if (Roles.TryGetValue(role.Role, out var chatRole))
        {
            return new BoundRole(chatRole, _text.Locate(role.Range));
        }

        _diagnostics.Add(BindingRules.UnknownRole, role.RoleRange, role.Role, Spelling.Suggest(role.Role, Roles.Keys));
        return null;
    }

    private BoundWrite? BindVariable(VariableNode variable, string indent)
    {
        var member = _input.Members.FirstOrDefault(member => member.JsonName == variable.Name);
        if (member is not null)
        {
            return BindWrite(member, variable, indent);
        }

        // Where the schema was lost, every name may be right.
        if (!_inputIsLost)
        {
            _diagnostics.Add(BindingRules.UnknownVariable, variable.Range, variable.Name, Remedy(variable.Name));
        }

        return null;
    }

    private BoundWrite? BindWrite(BoundMember member, VariableNode variable, string indent)
    {
        var whatItIs = member.Type switch
        {
            BoundScalar { Kind: ScalarKind.Any } => "of any type",
            BoundScalar { Kind: ScalarKind.Media } => "media",
            BoundList => "a list",
            BoundMap or BoundDeclaredType { IsEnum: false } => "an object",
            _ => null,
        };
        if (whatItIs is not null)
        {
            _diagnostics.Add(BindingRules.CannotPrintYet, variable.Range, variable.Name, whatItIs);
            return null;
        }

        return new BoundWrite(member, indent, _text.Locate(variable.Range));
    }

    private string Remedy(string name)
    {
        var names = _input.Members.Select(member => member.JsonName).ToList();
        if (_inputIsWrapped)
        {
            return $" The input is no object: read it as '{InputBinder.WrappedName}'.";
        }

        return Spelling.Suggest(name, names) is { Length: > 0 } suggestion ? suggestion : $" Declare it under 'input: {{ schema: … }}'.";
    }
}
