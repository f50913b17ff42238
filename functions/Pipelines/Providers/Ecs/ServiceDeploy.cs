using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Ecs;

/// <summary>Lets a service of ECS run other images: it registers the service's task definition with them, and waits while ECS replaces the tasks.</summary>
internal sealed class ServiceDeploy(OwnActions actions, ImageDefinitions images, TimeProvider time) : ICallingProvider
{
    private const int DefaultMinutes = 60;

    public IReadOnlyList<string> Serves { get; } = [$"Deploy/{DeployTypes.Ecs}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new ServiceProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (ServiceProgress)action.Progress;
        if (seen.Error is { } error)
        {
            return Move.Fail(progress, $"{seen.Call} was refused. {error.Describe()}");
        }

        return (seen.Call, progress.TaskDefinition) switch
        {
            (not "UpdateService", null) when action.StopReason is { } reason => Move.Fail(progress, $"Stopped: {reason}"),
            (null, _) => await BeginAsync(action, progress, cancellationToken),
            ("DescribeServices", null) => Found(action, progress, seen),
            ("DescribeTaskDefinition", _) => Move.Call(progress, "RegisterTaskDefinition", TaskDefinitions.Next(seen.Output!, await images.ReadAsync(action.Request, cancellationToken))),
            ("RegisterTaskDefinition", _) => Update(action, progress with { TaskDefinition = (string)seen.Output!["taskDefinitionArn"]! }),
            ("UpdateService", _) => Updated(action, progress, seen),
            _ => Watched(action, progress, seen),
        };
    }

    /// <summary>What is wrong with the artifact is told before anything is asked.</summary>
    private async Task<Move> BeginAsync(OwnAction action, ServiceProgress progress, CancellationToken cancellationToken)
    {
        await images.ReadAsync(action.Request, cancellationToken);
        return Describe(action, progress);
    }

    private static Move Found(OwnAction action, ServiceProgress progress, Seen seen) => ServiceView.Of(seen) switch
    {
        null or { IsActive: false } => Move.Fail(progress, $"There is no service '{Service(action)}' in the cluster '{Cluster(action)}'."),
        { Controller: not "ECS" } service => Move.Fail(progress, $"The service '{Service(action)}' is deployed by {service.Controller}, not by ECS: take an action of {DeployTypes.CodeDeployToEcs}."),
        var service => Move.Call(progress with { Before = service.TaskDefinition }, "DescribeTaskDefinition", new JsonObject { ["TaskDefinition"] = service.TaskDefinition, ["Include"] = new JsonArray("TAGS") }),
    };

    private Move Update(OwnAction action, ServiceProgress progress) => action.StopReason is { } reason
        ? Move.Fail(progress, $"Stopped: {reason}")
        : Move.Call(progress with { Until = time.GetUtcNow().AddMinutes(Minutes(action)) }, "UpdateService", To(action, progress.TaskDefinition!));

    private static Move Updated(OwnAction action, ServiceProgress progress, Seen seen)
    {
        var primary = (seen.Output?["deployments"] as JsonArray ?? []).FirstOrDefault(deployment => (string?)deployment!["Status"] == "PRIMARY");
        return progress.Foreseen is { } stopped ? Move.End(progress, stopped) : Describe(action, progress with { DeploymentId = (string?)primary?["Id"] }, Polling.SecondsBefore(0));
    }

    private Move Watched(OwnAction action, ServiceProgress progress, Seen seen)
    {
        if (ServiceView.Of(seen) is not { } service)
        {
            return Move.Fail(progress, $"The service '{Service(action)}' is gone.");
        }

        var deployment = service.Deployment(progress.DeploymentId);
        if (deployment is null || (string?)deployment["RolloutState"] == "FAILED" || (string?)service.Primary?["Id"] != progress.DeploymentId)
        {
            return Move.Fail(progress, Failure(progress, service, deployment));
        }

        return service.IsSteady(deployment) ? Move.End(progress, Success(progress))
            : action.StopReason is { } reason ? Back(action, progress, reason)
            : time.GetUtcNow() >= progress.Until ? Move.Fail(progress, $"The service did not become steady within {Minutes(action)} minutes: {Count(deployment)} tasks of {progress.TaskDefinition} run. ECS goes on with it.")
            : Describe(action, progress with { Looks = progress.Looks + 1 }, Polling.SecondsBefore(progress.Looks + 1));
    }

    /// <summary>What was stopped is not left half done: ECS goes back to what the service ran.</summary>
    private static Move Back(OwnAction action, ServiceProgress progress, string reason)
    {
        var stopped = ActionResult.Failed(progress.DeploymentId ?? "", $"Stopped: {reason}. The service is set back to {progress.Before}.");
        return Move.Call(progress with { Foreseen = stopped }, "UpdateService", To(action, progress.Before!));
    }

    private static string Failure(ServiceProgress progress, ServiceView service, JsonNode? deployment)
    {
        var why = (string?)deployment?["RolloutStateReason"] is { Length: > 0 } reason ? $" {reason}" : "";
        return $"The deployment of {progress.TaskDefinition} failed.{why} The service has the task definition {service.TaskDefinition}.";
    }

    private static ActionResult Success(ServiceProgress progress) =>
        new(ActionStatus.Succeeded, progress.DeploymentId ?? "", null, $"The service runs {progress.TaskDefinition}.", new Dictionary<string, ObjectRef>());

    private static Move Describe(OwnAction action, ServiceProgress progress, int waitSeconds = 0) =>
        Move.Call(progress, "DescribeServices", new JsonObject { ["Cluster"] = Cluster(action), ["Services"] = new JsonArray(Service(action)) }, waitSeconds);

    private static JsonObject To(OwnAction action, string taskDefinition) => new() { ["Cluster"] = Cluster(action), ["Service"] = Service(action), ["TaskDefinition"] = taskDefinition };

    private static string Cluster(OwnAction action) => action.Request.Configuration["ClusterName"];

    private static string Service(OwnAction action) => action.Request.Configuration["ServiceName"];

    private static string Count(JsonNode deployment) => $"{deployment["RunningCount"]} of {deployment["DesiredCount"]}";

    private static int Minutes(OwnAction action) =>
        int.TryParse(action.Request.Configuration.GetValueOrDefault("DeploymentTimeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : DefaultMinutes;
}
