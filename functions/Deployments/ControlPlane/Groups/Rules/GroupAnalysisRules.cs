using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Platforms;
using Sluice.Platform.Api;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The analysis block of a group: the same as an appspec's, as text.</summary>
internal static class GroupAnalysisRules
{
    private const string Code = "InvalidInputException";

    public static void Check(ComputePlatforms platforms, DeploymentGroup group, RequestFaults faults)
    {
        if (group.Settings.Analysis is not { } analysis)
        {
            return;
        }

        if (platforms.Of(group.ComputePlatform).Resource is not { } resource)
        {
            faults.Add(Code, $"analysis: is for the compute platforms {platforms.Shifting} only");
            return;
        }

        try
        {
            AnalysisBlock.Read("analysis", analysis, resource.Metrics);
        }
        catch (InvalidDocumentException e)
        {
            faults.Add(Code, e.Faults.Select(fault => fault.ToString()));
        }
    }
}
