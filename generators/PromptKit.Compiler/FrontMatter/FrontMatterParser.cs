using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Turns the front matter's YAML into a model, key by key. Strict: what is not known is an error where it stands.</summary>
internal sealed class FrontMatterParser
{
    private static readonly string[] Keys =
    [
        "name",
        "description",
        "model",
        "config",
        "tools",
        "agents",
        "toolChoice",
        "maxToolRounds",
        "input",
        "output",
        "metadata",
    ];

    private readonly DiagnosticBag _diagnostics;
    private readonly ValueReader _values;
    private readonly List<MapEntry> _metadata = [];

    private FrontMatterParser(DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _values = new ValueReader(diagnostics);
    }

    public static FrontMatterModel Parse(PromptText text, TextRange yaml, DiagnosticBag diagnostics)
    {
        var reading = YamlReader.Read(text, yaml, YamlSubject.FrontMatter, diagnostics);
        var parser = new FrontMatterParser(diagnostics);
        var model = reading.Root.Entries.Aggregate(new FrontMatterModel(), parser.ReadKey);
        ToolsParser.CheckChoice(model, diagnostics);
        OutputParser.CheckFormat(model, diagnostics);
        return model with
        {
            Keys = reading.Root.Entries.Select(entry => entry.Key).ToEquatableArray(),
            Metadata = parser._metadata.ToEquatableArray(),
            InputIsLost = model.InputIsLost || IsLost(reading, "input"),
            OutputIsLost = model.OutputIsLost || IsLost(reading, "output"),
        };
    }

    // A block without a readable key could have been any.
    private static bool IsLost(YamlReading reading, string key) =>
        reading.LostKeys.Any(lost => lost.Length == 0 || lost == key || !Keys.Contains(lost));

    private FrontMatterModel ReadKey(FrontMatterModel model, MapEntry entry)
    {
        switch (entry.Key.Value)
        {
            case "name":
                return model with { Name = _values.String(entry) };
            case "description":
                return model with { Description = _values.String(entry) };
            case "model":
                return model with { ModelId = _values.String(entry) };
            case "config":
                return model with { Config = _values.Map(entry) is { } config ? ConfigParser.Parse(config, _diagnostics) : default };
            case "tools":
                return model with { Tools = _values.List(entry) is { } tools ? ToolsParser.ParseTools(tools, _diagnostics) : default };
            case "agents":
                return model with { Agents = _values.List(entry) is { } agents ? ToolsParser.ParseAgents(agents, _diagnostics) : default };
            case "toolChoice":
                return model with { ToolChoice = _values.String(entry) };
            case "maxToolRounds":
                return model with { MaxToolRounds = _values.Count(entry, minimum: 1) };
            case "input":
                return ReadInput(model, entry);
            case "output":
                return OutputParser.Parse(model, entry, _values, _diagnostics);
            case "metadata":
                _metadata.AddRange(_values.Map(entry)?.Entries ?? default);
                return model;
            case var dotted when dotted.IndexOf('.') > 0:
                ReadDotted(entry);
                return model;
            default:
                return ReadUnknown(model, entry.Key);
        }
    }

    // What was meant is lost with the key, so that nothing that depends on it is reported too.
    private FrontMatterModel ReadUnknown(FrontMatterModel model, ScalarNode key)
    {
        if (Home(key.Value) is { } home)
        {
            _diagnostics.Add(FrontMatterRules.UnknownKey, key.Range, key.Value, "", $" It belongs under '{home}:'.");
            return home == "input" ? model with { InputIsLost = true } : model;
        }

        _values.ReportUnknown(key, Keys, owner: null, " Keys of your own go under 'metadata:' or carry a dot ('my.key').");
        return Spelling.Closest(key.Value, Keys) switch
        {
            "input" => model with { InputIsLost = true },
            "output" => model with { OutputIsLost = true },
            _ => model,
        };
    }

    // Where a key that stands at the top by mistake belongs.
    private static string? Home(string key) =>
        key switch
        {
            "schema" or "default" => "input",
            "format" or "retries" => "output",
            _ when ConfigSetting.All.Any(setting => setting.Key == key) => "config",
            _ => null,
        };

    private FrontMatterModel ReadInput(FrontMatterModel model, MapEntry entry)
    {
        var known = new[] { "schema", "default" };
        if (_values.Map(entry) is not { } input)
        {
            return model with { InputIsLost = true };
        }

        _values.CheckKeys(input, "input", known);
        var defaults = input.Entries.FirstOrDefault(member => member.Key.Value == "default");
        return model with
        {
            InputSchema = input["schema"],
            InputDefault = defaults is null ? null : _values.Map(defaults),
            InputIsLost = input["schema"] is null && input.Entries.Any(member => !known.Contains(member.Key.Value)),
        };
    }

    private void ReadDotted(MapEntry entry)
    {
        var segments = entry.Key.Value.Split('.');
        if (!Keys.Contains(segments[0]))
        {
            _metadata.Add(entry);
            return;
        }

        var nested = string.Concat(segments.Select((segment, index) => index < segments.Length - 1 ? $"{segment}: {{ " : $"{segment}: …"));
        nested += string.Concat(Enumerable.Repeat(" }", segments.Length - 1));
        _diagnostics.Add(FrontMatterRules.DottedKnownKey, entry.Key.Range, entry.Key.Value, nested);
    }
}
