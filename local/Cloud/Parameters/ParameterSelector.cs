using System.Globalization;

namespace Sluice.Local.Cloud.Parameters;

/// <summary>What a request asks for: a name or an ARN, and perhaps a version or a label of it.</summary>
/// <param name="Name">The name or the ARN.</param>
/// <param name="Selector">A version's number or a label; null is the newest version.</param>
internal sealed record ParameterSelector(string Name, string? Selector)
{
    private const int PartsOfAnArn = 6;

    public static ParameterSelector Of(string asked)
    {
        var parts = asked.Split(':');
        var ofName = asked.StartsWith("arn:", StringComparison.Ordinal) ? PartsOfAnArn : 1;
        return parts.Length > ofName ? new ParameterSelector(string.Join(':', parts[..ofName]), string.Join(':', parts[ofName..])) : new ParameterSelector(asked, null);
    }

    /// <summary>The version that is meant; null if there is none of this label.</summary>
    public long? VersionOf(Parameter parameter) => Selector switch
    {
        null => parameter.Current.Number,
        _ when long.TryParse(Selector, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => parameter.Labels.TryGetValue(Selector, out var labelled) ? labelled : null,
    };
}
