using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Platform.Api;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The analysis block of a group: the same as an appspec's, as text.</summary>
internal static class GroupAnalysisRules
{
    private const string Code = "InvalidInputException";

    public static void Check(ComputePlatform platform, string? analysis, RequestFaults faults)
    {
        if (analysis is null)
        {
            return;
        }

        if (platform == ComputePlatform.Server)
        {
            faults.Add(Code, "analysis: is for the compute platforms Lambda and ECS only");
            return;
        }

        try
        {
            Read(platform, analysis);
        }
        catch (InvalidDocumentException e)
        {
            faults.Add(Code, e.Faults.Select(fault => fault.ToString()));
        }
    }

    /// <summary>The plan that a group's text is.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static AnalysisPlan Read(ComputePlatform platform, string analysis) => DocumentReader.Read(
        "analysis", analysis, block => AnalysisBlock.Read(block, platform == ComputePlatform.ECS ? EcsMetrics.Platform : LambdaMetrics.Platform), ignoreCase: true);
}
