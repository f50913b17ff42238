using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.World;

/// <summary>Records as they would be stored.</summary>
internal static class Samples
{
    public static Deployment Ended(string id, DateTimeOffset created, DeploymentOutcome outcome)
    {
        var plan = new DeploymentPlan([], [], AlarmPolicy.None, RollbackPolicy.Always) { Target = new LambdaPlan("fn", "live", null, [FunctionWork.Check("fn", "2")]) };
        return new Deployment(id, null, plan, created)
        {
            Request = new DeploymentRequest("application-id", "shop", "live-id", "live", ComputePlatform.Lambda, "CodeDeployDefault.LambdaAllAtOnce", null, DeploymentRequest.User),
            Status = outcome == DeploymentOutcome.Succeeded ? DeploymentStatus.Succeeded : DeploymentStatus.Failed,
            Outcome = outcome,
            Message = "as the test wants it",
            StartTime = created,
            CompleteTime = created,
        };
    }
}
