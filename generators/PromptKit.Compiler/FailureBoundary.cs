using System.Globalization;
using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler;

/// <summary>The one boundary: a mistake of ours, or of a library, in one file must neither stop the others nor go unseen.</summary>
internal static class FailureBoundary
{
    /// <param name="path">The file that is worked on.</param>
    /// <param name="work">The work.</param>
    /// <param name="onFailure">What the work gives when it fails, with the diagnostic that says so.</param>
    public static T Run<T>(string path, Func<T> work, Func<PromptDiagnostic, T> onFailure)
    {
        try
        {
            return work();
        }
#pragma warning disable CA1031 // It is the boundary.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var rule = CompilerRules.InternalFailure;
            var message = string.Format(CultureInfo.InvariantCulture, rule.Message, exception.GetType().Name, exception.Message);
            return onFailure(new PromptDiagnostic(rule, new SourcePlace(path, 0, 0, 0, 0, 0, 0), message));
        }
    }
}
