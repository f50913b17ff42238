using System.Text.RegularExpressions;

namespace Sluice.Pipelines.Variables;

/// <summary>Finds the variables that a text refers to: <c>#{NAMESPACE.NAME}</c>.</summary>
internal static partial class VariableReferences
{
    /// <summary>The namespace of the pipeline's own variables.</summary>
    public const string Pipeline = "variables";

    /// <summary>The namespace of what CodePipeline itself gives.</summary>
    public const string Service = "codepipeline";

    /// <summary>The one variable of <see cref="Service"/>.</summary>
    public const string ExecutionId = "PipelineExecutionId";

    public static bool Any(string text) => text.Contains("#{", StringComparison.Ordinal);

    public static IEnumerable<VariableReference> In(string text) => Any(text) ? Pattern().Matches(text).Select(Of) : [];

    /// <summary>The text with each reference replaced.</summary>
    public static string Replace(string text, Func<VariableReference, string> value) => Any(text) ? Pattern().Replace(text, match => value(Of(match))) : text;

    private static VariableReference Of(Match match) => match.Groups["namespace"] is { Success: true } found ? new(match.Value, found.Value, match.Groups["name"].Value) : new(match.Value, null, null);

    [GeneratedRegex(@"#\{(?:(?<namespace>[A-Za-z0-9@_-]+)\.(?<name>[A-Za-z0-9@_-]+)|[^{}]*)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
