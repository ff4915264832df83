using System.Globalization;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Scriban's interpreter under the settings that PromptKit is compared with.</summary>
internal static class Reference
{
    /// <returns>What the template renders to; null when it fails, as <paramref name="failure"/> says.</returns>
    public static string? Render(Template template, ScriptObject model, out string failure) =>
        Render(template, ContextOf(model), out failure);

    /// <returns>What the template renders to; null when it fails, as <paramref name="failure"/> says.</returns>
    public static string? Render(Template template, TemplateContext context, out string failure)
    {
        failure = "";
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return template.Render(context);
        }
        catch (ScriptRuntimeException exception)
        {
            failure = exception.Message;
            return null;
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>A context whose templates read a copy of the model.</summary>
    public static TemplateContext ContextOf(ScriptObject model)
    {
        var context = new TemplateContext
        {
            LoopLimit = 0,
            LimitToString = 0,
            RecursiveLimit = 0,
            StrictVariables = true,
            NewLine = "\n",
        };
        context.PushGlobal((ScriptObject)model.Clone(deep: true));
        return context;
    }
}
