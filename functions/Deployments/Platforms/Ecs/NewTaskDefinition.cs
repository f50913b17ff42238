using System.Text.Json.Nodes;
using Sluice.Deployments.Revisions;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A task definition that the deployment's machine registers before anything else.</summary>
/// <param name="Parameters">Of <c>RegisterTaskDefinition</c>.</param>
/// <param name="AppSpec">The text of the appspec that is deployed, with the placeholder for what is registered.</param>
internal sealed record NewTaskDefinition(JsonObject Parameters, string AppSpec)
{
    /// <summary>CodePipeline's.</summary>
    public const string Placeholder = "<TASK_DEFINITION>";

    /// <summary>What the plan says until it is registered.</summary>
    public const string Unregistered = "to-be-registered";

    /// <summary>What is deployed, once it is known.</summary>
    public static RevisionLocation Revision(string appSpec) => new()
    {
        RevisionType = RevisionLocationType.AppSpecContent, AppSpecContent = new AppSpecContent { Content = appSpec, Sha256 = RevisionIdentity.Sha256Of(appSpec) },
    };

    /// <summary>The deployment with what was registered in its plan and its revision; as it is if there was nothing to register.</summary>
    /// <param name="record">The deployment.</param>
    /// <param name="arn">The ARN that ECS gave it; null if nothing was registered.</param>
    /// <param name="now">The time.</param>
    public static (Deployment Record, IReadOnlyList<GuardedWrite> Also) Registered(Deployment record, string? arn, DateTimeOffset now)
    {
        var plan = record.Service();
        if (arn is null || plan.TaskSet.Registration is not { } registration)
        {
            return (record, []);
        }

        var filled = record with { Plan = record.Plan with { Target = plan with { TaskSet = plan.TaskSet with { TaskDefinition = arn, Registration = null } } } };
        if (record.Request is not { } request)
        {
            return (filled, []);
        }

        var revision = Revision(registration.AppSpec.Replace(Placeholder, arn, StringComparison.Ordinal));
        return (
            filled with { Request = request with { Revision = RevisionUse.WithoutText(revision) } },
            [.. RevisionUse.Used(request.ApplicationId, revision, now).Select(write => new GuardedWrite(write))]);
    }
}
