using PromptKit.Compiler.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Builds our tree from the YAML library's events. Anchors, aliases, tags and complex keys are refused, so no bomb is possible.</summary>
internal sealed class YamlTreeBuilder
{
    // A Picoschema key holds the member's description and may be long.
    private const int MaximumKeyLength = 16 * 1024;

    private readonly int _offset;
    private readonly IParser _parser;
    private readonly string _content;
    private readonly List<YamlProblem> _mistakes = [];

    private YamlTreeBuilder(string content, TextRange range)
    {
        _content = content;
        _offset = range.Start;
        var yaml = content.Substring(range.Start, range.Length);
        _parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true, MaximumKeyLength));
    }

    public static YamlAttempt Build(string content, TextRange range)
    {
        var builder = new YamlTreeBuilder(content, range);
        try
        {
            return new YamlAttempt(builder.ReadDocument(), builder._mistakes, null);
        }
        catch (YamlProblemException problem)
        {
            return new YamlAttempt(null, [], problem.Problem);
        }
        catch (YamlException exception)
        {
            var start = Clamp(range, range.Start + (int)exception.Start.Index);
            var end = Clamp(range, range.Start + (int)exception.End.Index);
            var place = Visible(content, new TextRange(start, Math.Max(start, end)), range.End);
            return new YamlAttempt(null, [], new YamlProblem(FrontMatterRules.Syntax, place, YamlMessages.Explain(exception.Message)));
        }
        catch (InvalidOperationException)
        {
            // The YAML library's own bug on unclosed flow collections; our pass reports those first, so this is a rest we do not know.
            return new YamlAttempt(
                null,
                [],
                new YamlProblem(FrontMatterRules.Syntax, range with { End = range.Start }, "it cannot be read")
            );
        }
    }

    // The library often gives a place without extent: the token that stands there is what the user sees.
    private static TextRange Visible(string content, TextRange range, int limit)
    {
        var end = range.End;
        while (end > range.Start && char.IsWhiteSpace(content[end - 1]))
        {
            end--;
        }

        if (end == range.Start && end < limit && content[end] is '[' or ']' or '{' or '}' or ',' or ':')
        {
            return new TextRange(end, end + 1);
        }

        while (range.Length == 0 && end < limit && !char.IsWhiteSpace(content[end]) && content[end] is not (',' or ']' or '}'))
        {
            end++;
        }

        return new TextRange(range.Start, end);
    }

    private static int Clamp(TextRange range, int offset) => Math.Min(Math.Max(offset, range.Start), range.End);

    private FrontMatterNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            return null;
        }

        var root = ReadNode();
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
        {
            throw Refuse(second, "a second document ('---' or '...')", "keep one map between the two '---' lines");
        }

        return root;
    }

    private FrontMatterNode ReadNode()
    {
        if (_parser.Current is AnchorAlias alias)
        {
            throw Refuse(alias, $"the alias '*{alias.Value}'", "write the value out, or quote the text");
        }

        if (_parser.Current is not NodeEvent node)
        {
            // A map that ends behind a ':' without a key.
            var place = TokenOf(_parser.Current!);
            throw new YamlProblemException(new YamlProblem(FrontMatterRules.Syntax, place, "a key and its value are expected here"));
        }

        if (!node.Anchor.IsEmpty)
        {
            throw Refuse(node, $"the anchor '&{node.Anchor.Value}'", "remove it, or quote the text");
        }

        if (!node.Tag.IsEmpty && (node as Scalar)?.Style is null or ScalarStyle.Plain)
        {
            var token = TokenOf(node);
            var tag = _content.Substring(token.Start, token.Length).Split(' ')[0];
            throw Refuse(node, $"the tag '{tag}'", "remove it, or quote the text");
        }

        return node switch
        {
            MappingStart => ReadMap(),
            SequenceStart => ReadList(),
            _ => ReadScalar(),
        };
    }

    private ScalarNode ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var range = RangeOf(scalar);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            range = new TextRange(range.Start, range.Start + _content.Substring(range.Start, range.Length).TrimEnd().Length);
        }

        return new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, range);
    }

    private ListNode ReadList()
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<FrontMatterNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new ListNode(items.ToEquatableArray(), RangeTo(start, _parser.Consume<SequenceEnd>(), items));
    }

    private MapNode ReadMap()
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            if (_parser.Current is not Scalar { IsKey: true } && _parser.Current is MappingStart or SequenceStart)
            {
                throw Refuse(_parser.Current!, "a map or list as a key", "use a plain name");
            }

            var keyNode = ReadNode();
            var value = ReadNode();
            var key = (ScalarNode)keyNode;
            if (key is { IsPlain: true, Value: "<<" })
            {
                throw new YamlProblemException(
                    new YamlProblem(FrontMatterRules.UnsupportedYaml, key.Range, "the merge key '<<'", "write the members out")
                );
            }

            if (start.Style == MappingStyle.Flow && value is ScalarNode { IsNull: true, Range.Length: 0 })
            {
                throw new YamlProblemException(CommaInFlow(key, entries));
            }

            if (!keys.Add(key.Value))
            {
                _mistakes.Add(new YamlProblem(FrontMatterRules.DuplicateKey, key.Range, key.Value));
            }
            else
            {
                entries.Add(new MapEntry(key, value));
            }
        }

        var nodes = entries.SelectMany(entry => new[] { entry.Key, entry.Value }).ToList();
        return new MapNode(entries.ToEquatableArray(), RangeTo(start, _parser.Consume<MappingEnd>(), nodes));
    }

    // In `{ name: string, the name }` the comma ends the member: say so, and how to keep it.
    private static YamlProblem CommaInFlow(ScalarNode key, List<MapEntry> entries)
    {
        if (entries.LastOrDefault() is not { Value: ScalarNode previous } entry)
        {
            return new YamlProblem(FrontMatterRules.KeyWithoutValue, key.Range, key.Value);
        }

        var quoted = $"{entry.Key.Value}: \"{previous.Value}, {key.Value}\"";
        return new YamlProblem(FrontMatterRules.CommaInFlowMap, key.Range, key.Value, quoted);
    }

    private YamlProblemException Refuse(ParsingEvent offender, string what, string remedy) =>
        new(new YamlProblem(FrontMatterRules.UnsupportedYaml, TokenOf(offender), what, remedy));

    private TextRange TokenOf(ParsingEvent parsed) => Visible(_content, RangeOf(parsed), _content.Length);

    // The library lets an absent value end before it starts.
    private TextRange RangeOf(ParsingEvent parsed) =>
        new(_offset + (int)parsed.Start.Index, _offset + (int)Math.Max(parsed.Start.Index, parsed.End.Index));

    // The library gives block collections no end: they end with their last item. Flow collections end at their bracket.
    private TextRange RangeTo(ParsingEvent start, ParsingEvent end, IReadOnlyList<FrontMatterNode> children)
    {
        var first = _offset + (int)start.Start.Index;
        var isFlow = start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };
        var last = _offset + (int)end.Start.Index;
        if (isFlow)
        {
            return new TextRange(first, last + 1);
        }

        return new TextRange(first, Math.Max(first, children.Count == 0 ? last : children[children.Count - 1].Range.End));
    }
}
