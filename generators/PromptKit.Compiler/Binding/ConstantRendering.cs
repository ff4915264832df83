using System.Text;
using PromptKit.Compiler.Binding.Model;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.Binding;

/// <summary>
/// Renders a template that reads nothing: its messages are constants then, and rendering allocates no text. Follows <c>PromptWriter</c>,
/// which renders all others.
/// </summary>
internal sealed class ConstantRendering
{
    private readonly StringBuilder _text = new();
    private readonly List<BoundMessage> _messages = [];
    private string _role;
    private SourcePlace? _place;
    private int _kept;
    private bool _atLineStart;
    private int? _historyPosition;

    private ConstantRendering(string role) => _role = role;

    /// <returns>Null when the template reads something.</returns>
    public static ConstantPreamble? Of(EquatableArray<BoundStatement> body, string firstRole)
    {
        var rendering = new ConstantRendering(firstRole);
        if (!body.All(rendering.Write))
        {
            return null;
        }

        rendering.EndMessage();
        return new ConstantPreamble(rendering._messages.ToEquatableArray(), rendering._historyPosition);
    }

    private bool Write(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundText text:
                Write(text);
                return true;
            case BoundRole role:
                EndMessage();
                _role = role.Role;
                return true;
            case BoundHistory:
                EndMessage();
                _historyPosition = _messages.Count;
                return true;
            default:
                return false;
        }
    }

    private void Write(BoundText text)
    {
        if (text.Indent.Length > 0 && _atLineStart && _kept != 0)
        {
            _text.Append(text.Indent);
        }

        _text.Append(text.Text, _kept == 0 ? text.Leading : 0, text.Text.Length - (_kept == 0 ? text.Leading : 0));
        if (text.Leading < text.Text.Length)
        {
            _kept = _text.Length - text.Trailing;
            _place ??= text.Place;
        }

        _atLineStart = text.Text[text.Text.Length - 1] == '\n';
    }

    private void EndMessage()
    {
        if (_place is { } place)
        {
            _messages.Add(new BoundMessage(_role, _text.ToString(0, _kept), place));
        }

        _text.Clear();
        (_kept, _place) = (0, null);
    }
}
