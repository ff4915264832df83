using PromptKit.Compiler.Diagnostics;
using PromptKit.Compiler.Text;

namespace PromptKit.Compiler.FrontMatter;

/// <summary>A mistake in YAML before it is known whether it will be reported.</summary>
internal sealed record YamlProblem(DiagnosticRule Rule, TextRange Range, params object[] Arguments);
