using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Which placeholders there may, and must, be.</summary>
internal static class PlaceholderRules
{
    public static void Check(MappingReader map, string member, IEnumerable<string> found, AnalysisPlatform platform)
    {
        foreach (var unknown in found.Except(platform.Placeholders, StringComparer.Ordinal))
        {
            map.Fault(member, $"there is no '${{{unknown}}}' here; expected one of {Words(platform.Placeholders)}");
        }
    }

    /// <summary>Without one of these both versions would be read from the same series, and be found the same for ever.</summary>
    public static bool TellsVersions(IEnumerable<MetricQuery> queries, AnalysisPlatform platform) =>
        queries.SelectMany(Placeholders.In).Intersect(platform.Versioned, StringComparer.Ordinal).Any();

    public static string Words(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"${{{name}}}"));
}
