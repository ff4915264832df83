using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>Checks <c>config:</c> against the table of settings.</summary>
internal static class ConfigParser
{
    public static EquatableArray<ConfigEntry> Parse(MapNode config, DiagnosticBag diagnostics)
    {
        var entries = new List<ConfigEntry>();
        foreach (var (key, value) in config.Entries)
        {
            var setting = ConfigSetting.All.FirstOrDefault(setting => setting.Key == key.Value);
            if (setting is null)
            {
                var suggestion = Spelling.Suggest(key.Value, ConfigSetting.All.Select(setting => setting.Key));
                var remedy = suggestion.Length > 0 ? suggestion : " Settings of one provider go under 'config: { additional: … }'.";
                diagnostics.Add(FrontMatterRules.UnknownKey, key.Range, key.Value, " in 'config'", remedy);
            }
            else if (Check(setting, key, value, diagnostics))
            {
                entries.Add(new ConfigEntry(setting, value));
            }
        }

        return entries.ToEquatableArray();
    }

    private static bool Check(ConfigSetting setting, ScalarNode key, FrontMatterNode value, DiagnosticBag diagnostics)
    {
        var isRightType = (setting.Kind, value) switch
        {
            (ConfigKind.Integer, ScalarNode scalar) => scalar.AsInteger() is not null,
            (ConfigKind.Number, ScalarNode scalar) => scalar.AsNumber() is not null,
            (ConfigKind.Boolean, ScalarNode scalar) => scalar.IsBoolean,
            (ConfigKind.ReasoningEffort, ScalarNode scalar) => scalar.IsString,
            (ConfigKind.Map, MapNode) => true,
            (ConfigKind.StringList, ListNode list) => CheckItems(setting, list, diagnostics),
            _ => false,
        };
        if (!isRightType)
        {
            if (setting.Kind != ConfigKind.StringList || value is not ListNode)
            {
                // An absent value has no extent of its own: the key is what the user sees.
                var place = value.Range.Length > 0 ? value.Range : key.Range;
                var actual = value is ScalarNode { IsNumber: true } number ? number.Value : value.Kind;
                diagnostics.Add(FrontMatterRules.WrongType, place, setting.Key, setting.Expected, actual);
            }

            return false;
        }

        if (value is ScalarNode inRange && !IsInRange(setting, inRange))
        {
            diagnostics.Add(FrontMatterRules.OutOfRange, value.Range, setting.Key, setting.Expected, inRange.Value);
            return false;
        }

        return true;
    }

    private static bool CheckItems(ConfigSetting setting, ListNode list, DiagnosticBag diagnostics)
    {
        var wrong = list.Items.FirstOrDefault(item => item is not ScalarNode { IsString: true });
        if (wrong is not null)
        {
            diagnostics.Add(FrontMatterRules.WrongType, wrong.Range, setting.Key, setting.Expected, wrong.Kind);
        }

        return wrong is null;
    }

    private static bool IsInRange(ConfigSetting setting, ScalarNode value) =>
        setting.Kind switch
        {
            ConfigKind.Integer or ConfigKind.Number => value.AsNumber() is { } number
                && number >= setting.Minimum
                && number <= setting.Maximum,
            ConfigKind.ReasoningEffort => ConfigSetting.ReasoningEfforts.Contains(value.Value),
            _ => true,
        };
}
