using System.Globalization;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PromptKit.Generators.Tests.Differential;

/// <summary>Scriban's interpreter under the settings that PromptKit is compared with, and with PromptKit's own functions.</summary>
internal static class Reference
{
    private static readonly ScriptObject Own = OwnFunctions();

    /// <returns>What the template renders to; null when it fails, as <paramref name="failure"/> says.</returns>
    public static string? Render(Template template, ScriptObject model, out string failure, ITemplateLoader? partials = null) =>
        Render(template, model, Own, out failure, partials);

    /// <returns>What the template renders to with these in the place of PromptKit's own functions; null when it fails.</returns>
    public static string? Render(
        Template template,
        ScriptObject model,
        ScriptObject own,
        out string failure,
        ITemplateLoader? partials = null
    ) => Render(new TemplateContext(), template, model, own, out failure, partials);

    /// <returns>What the template renders to where the right side of <c>??</c> and <c>?!</c> is computed only if it is wanted; null when it fails.</returns>
    public static string? RenderLazily(Template template, ScriptObject model, out string failure, ITemplateLoader? partials = null) =>
        Render(new LazyContext(), template, model, Own, out failure, partials);

    private static string? Render(
        TemplateContext context,
        Template template,
        ScriptObject model,
        ScriptObject own,
        out string failure,
        ITemplateLoader? partials
    )
    {
        context.LoopLimit = 0;
        context.LimitToString = 0;
        context.RecursiveLimit = 0;
        context.StrictVariables = true;
        context.NewLine = "\n";
        context.TemplateLoader = partials;
        failure = "";
        context.PushGlobal(own);
        context.PushGlobal((ScriptObject)model.Clone(deep: true));
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

    private static ScriptObject OwnFunctions()
    {
        var own = new ScriptObject();
        own.Import(typeof(ReferenceFunctions));
        own.IsReadOnly = true;
        return own;
    }
}
