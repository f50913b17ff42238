using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>What an analysis can name on a platform.</summary>
/// <param name="Common">Placeholders that mean the same for both versions.</param>
/// <param name="Versioned">Placeholders that tell the new version from the old one.</param>
/// <param name="Ready">Metrics that need no query.</param>
internal sealed record AnalysisPlatform(IReadOnlyList<string> Common, IReadOnlyList<string> Versioned, IReadOnlyList<AnalysisMetric> Ready)
{
    internal IEnumerable<string> Placeholders => Versioned.Concat(Common);
}
