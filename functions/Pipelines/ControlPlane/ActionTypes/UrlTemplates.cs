using System.Text.RegularExpressions;

namespace Sluice.Pipelines.ControlPlane.ActionTypes;

/// <summary>Fills in the templates of URLs that types of actions have: <c>{Config:NAME}</c>, <c>{ExternalExecutionId}</c> and <c>{RevisionId}</c>.</summary>
internal static partial class UrlTemplates
{
    /// <summary>The URL; null if there is no template, or something that it names is not known, or not before the action begins.</summary>
    public static string? Fill(string? template, IReadOnlyDictionary<string, string> configuration, string? externalExecutionId, string? revisionId)
    {
        if (template is null)
        {
            return null;
        }

        var values = Placeholder().Matches(template).Select(match => match.Groups["name"].Value).Distinct().ToDictionary(name => name, name => name switch
        {
            "ExternalExecutionId" => externalExecutionId,
            "RevisionId" => revisionId,
            _ => name.StartsWith(Config, StringComparison.Ordinal) ? configuration.GetValueOrDefault(name[Config.Length..]) : null,
        });
        return values.Values.All(value => value is { Length: > 0 } && !value.Contains("#{", StringComparison.Ordinal))
            ? Placeholder().Replace(template, match => Uri.EscapeDataString(values[match.Groups["name"].Value]!))
            : null;
    }

    private const string Config = "Config:";

    [GeneratedRegex(@"\{(?<name>[^{}]+)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
