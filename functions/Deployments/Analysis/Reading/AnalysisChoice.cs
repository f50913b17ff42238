using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Which analysis a deployment has: the appspec's own, or else the one of its group.</summary>
internal static class AnalysisChoice
{
    /// <summary>The analysis, held to the steps that it is to judge; null if there is none. What is wrong is added to <paramref name="faults"/>.</summary>
    /// <param name="own">The appspec's.</param>
    /// <param name="group">The group's, in YAML or JSON.</param>
    /// <param name="platform">The group's platform.</param>
    /// <param name="steps">The steps of the deployment.</param>
    /// <param name="finalBakeSeconds">How long alarms are watched on after all traffic was moved.</param>
    /// <param name="faults">All the faults found.</param>
    public static AnalysisPlan? Read(
        AnalysisPlan? own, string? group, AnalysisPlatform platform, IReadOnlyList<TrafficStep> steps, int finalBakeSeconds, ICollection<string> faults)
    {
        if ((own ?? Group(group, platform, faults)) is not { } plan)
        {
            return null;
        }

        foreach (var fault in AnalysisRules.Faults(plan, steps, finalBakeSeconds))
        {
            faults.Add($"analysis: {fault}");
        }

        return plan;
    }

    private static AnalysisPlan? Group(string? text, AnalysisPlatform platform, ICollection<string> faults)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : AnalysisBlock.Read("analysis", text, platform);
        }
        catch (InvalidDocumentException e)
        {
            e.Faults.ToList().ForEach(fault => faults.Add(fault.ToString()));
            return null;
        }
    }
}
