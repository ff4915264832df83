using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>Turns defaults into constants of their C# types. That they fit was checked when the schema was read.</summary>
internal sealed class ConstantBinder(Func<IEnumerable<BoundDeclaration>> declarations)
{
    public BoundConstant Bind(BoundType type, JsonTree value) =>
        (type, value) switch
        {
            (BoundScalar { Kind: not (ScalarKind.Any or ScalarKind.Unknown) } scalar, JsonLeaf leaf) => new ConstantScalar(
                scalar.Kind,
                leaf.Text
            ),
            (BoundDeclaredType { IsEnum: true } choice, JsonLeaf leaf) when NameOf(choice, leaf.Text) is { } name => new ConstantChoice(
                choice,
                name
            ),
            (BoundList { AllowsNull: false } list, JsonArray array) => new ConstantList(
                array.Items.Select(item => Bind(list.Item, item)).ToEquatableArray()
            ),
            _ => new ConstantJson(value.ToString(), type),
        };

    private string? NameOf(BoundDeclaredType type, string text) =>
        declarations()
            .OfType<BoundEnum>()
            .FirstOrDefault(candidate => candidate.Type == type)
            ?.Values.FirstOrDefault(value => value.Json == text)
            ?.Name;
}
