using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Binding.Partials;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Schema.Model;
using PromptKit.Compiler.Templates.Nodes;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <content>Roles, history and media: what makes messages of text.</content>
internal sealed partial class TemplateBinder
{
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["system"] = "System",
        ["user"] = "User",
        ["assistant"] = "Assistant",
        ["model"] = "Assistant",
    };

    private IEnumerable<BoundStatement> BindRole(RoleNode role)
    {
        _scope.HasRole = true;
        _expressions.State = _expressions.State.WithMessages(_expressions.State.Messages & ~MessageFlow.NeedsRole);
        if (!CheckOutsideOfText("role", role.Range))
        {
            return [];
        }

        if (Roles.TryGetValue(role.Role, out var chatRole))
        {
            return BetweenIncludes(new BoundRole(chatRole, _scope.Text.Locate(role.Range)));
        }

        _diagnostics.Add(BindingRules.UnknownRole, role.RoleRange, role.Role, Spelling.Suggest(role.Role, Roles.Keys));
        return [];
    }

    private IEnumerable<BoundStatement> BindHistory(HistoryNode history)
    {
        _scope.NeedRoles.Add((_scope.Frame, "history", history.Range));
        if (!CheckOutsideOfText("history", history.Range) || !CheckOutsideOfLoop(history))
        {
            return [];
        }

        if ((_expressions.State.Messages & MessageFlow.HasHistory) != MessageFlow.None)
        {
            _diagnostics.Add(BindingRules.SecondHistory, history.Range);
            return [];
        }

        _expressions.State = _expressions.State.WithMessages(MessageFlow.HasHistory | MessageFlow.NeedsRole);
        return BetweenIncludes(new BoundHistory(_scope.Text.Locate(history.Range)));
    }

    private IEnumerable<BoundStatement> BindMedia(MediaNode media)
    {
        var keyword = new TextRange(media.Range.Start, media.Range.Start + "media".Length);
        _scope.NeedRoles.Add((_scope.Frame, "media", keyword));
        if (!CheckOutsideOfText("media", keyword))
        {
            return [];
        }

        CheckHasRole(media.Range);
        var place = _scope.Text.Locate(media.Range);
        if (media.Content is { } node)
        {
            return BindContent(node) is { } content ? BetweenIncludes(new BoundMedia(content, Url: null, MediaType: null, place)) : [];
        }

        var (url, mediaType) = (BindMediaText(media.Url!, "url"), media.MediaType is { } type ? BindMediaText(type, "type") : null);
        return url is null || (mediaType is null && media.MediaType is not null)
            ? []
            : BetweenIncludes(new BoundMedia(Content: null, url, mediaType, place));
    }

    private BoundExpression? BindContent(ExpressionNode node)
    {
        var content = _expressions.Bind(node);
        if (content is null or { Type: BoundScalar { Kind: ScalarKind.Media } })
        {
            return content;
        }

        var name = _scope.Text[node.Range];
        var remedy = content.Type switch
        {
            BoundList { Item: BoundScalar { Kind: ScalarKind.Media } } =>
                $"Loop over it: {{{{ for item in {name} }}}}{{{{ media item }}}}{{{{ end }}}}.",
            _ when ValueTypes.IsText(content.Type) => $"Write 'media url: {name}', or declare it as 'media'.",
            _ => "Declare it as 'media' in the schema.",
        };
        _diagnostics.Add(BindingRules.NoMedia, node.Range, name, ValueTypes.Describe(content.Type), remedy);
        return null;
    }

    private BoundExpression? BindMediaText(ExpressionNode node, string argument)
    {
        var text = _expressions.Bind(node);
        if (text is null || ValueTypes.IsText(text.Type) || text.Type is BoundCaptured)
        {
            return text is null ? null : ExpressionBinder.ToText(text);
        }

        var remedy = text.Type is BoundScalar { Kind: ScalarKind.Media } ? "Write 'media' and the input alone." : "Use a string.";
        _diagnostics.Add(BindingRules.WrongOperand, node.Range, $"media {argument}:", ValueTypes.Describe(text.Type), remedy);
        return null;
    }

    // Once: what follows belongs to the same mistake.
    private void CheckHasRole(TextRange range)
    {
        var needsRole = (_expressions.State.Messages & MessageFlow.NeedsRole) != MessageFlow.None;
        if (needsRole && !_expressions.State.IsUnreachable && !_scope.IsInText)
        {
            _diagnostics.Add(BindingRules.NoRoleBehindHistory, range);
            _expressions.State = _expressions.State.WithMessages(MessageFlow.HasHistory);
        }
    }

    // A partial may have its role from the prompts that include it.
    private void CheckRoles()
    {
        if (_scope.HasRole || _scope.Frame.Partial is not null)
        {
            return;
        }

        foreach (var (frame, keyword, range) in _scope.NeedRoles)
        {
            var found = frame.Partial is null ? _diagnostics : new DiagnosticBag(frame.Text);
            found.Add(BindingRules.NeedsRoles, range, keyword);
            _scope.Findings.AddRange(
                frame.Partial is null ? [] : found.ToArray().Select(diagnostic => new PartialFinding(frame.Steps, diagnostic))
            );
        }
    }
}
