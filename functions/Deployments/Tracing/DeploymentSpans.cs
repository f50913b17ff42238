using Sluice.Deployments.Protocol;
using Sluice.Deployments.Targets;
using Sluice.Platform.Tracing;

namespace Sluice.Deployments.Tracing;

/// <summary>All that a deployment's record says of how it went, as spans: the deployment, its wait for the target, its lifecycle events with their steps, and its way back.</summary>
internal static class DeploymentSpans
{
    /// <param name="platform">That of the deployment's plan.</param>
    /// <param name="record">A deployment that has ended.</param>
    public static IReadOnlyList<Span> Of(IShiftPlatform platform, Deployment record)
    {
        var action = record.Action is { } asked ? SpanContext.OfAction(asked.PipelineExecutionId, asked.ActionExecutionId) : null;
        var context = action?.Part("deployment", record.DeploymentId) ?? SpanContext.Root(record.DeploymentId);
        var events = Lifecycle.Of(platform, record).Where(told => told.StartTime is not null && told.Status is LifecycleEventStatus.Succeeded or LifecycleEventStatus.Failed).ToList();
        return
        [
            Whole(context, action, record),
            .. Waiting(context, record),
            .. events.Select(told => Event(context, record, told)),
            .. StepSpans.Of(context, platform, record, [.. events.Select(told => told.LifecycleEventName!)]),
            .. Return(context, record),
        ];
    }

    /// <summary>The span of a lifecycle event.</summary>
    public static SpanContext OfEvent(SpanContext deployment, string name) => deployment.Part("event", name);

    private static Span Whole(SpanContext context, SpanContext? action, Deployment record)
    {
        var name = record.Request is { } request ? $"{request.ApplicationName}/{request.DeploymentGroupName}" : record.Plan.Target.TargetId();
        return new(context, action?.SpanId, action is null ? $"DEPLOY {name}" : $"deploy {name}", record.CreateTime, End(record))
        {
            Kind = action is null ? SpanKind.Server : SpanKind.Internal,
            IsError = IsError(record),
            Message = record.Message,
            Attributes = [.. action is null ? OfRun(record, name) : OfTask(record, name), .. OfDeployment(record)],
        };
    }

    /// <summary>A deployment that stands alone is to OpenTelemetry's conventions what a run is.</summary>
    private static IEnumerable<SpanAttribute> OfRun(Deployment record, string name) =>
        [new(CicdAttributes.Pipeline, name), new(CicdAttributes.Kind, "DEPLOY"), new(CicdAttributes.Run, record.DeploymentId), new(CicdAttributes.Result, ResultOf(record))];

    private static IEnumerable<SpanAttribute> OfTask(Deployment record, string name) =>
        [new(CicdAttributes.Task, name), new(CicdAttributes.TaskRun, record.DeploymentId), new(CicdAttributes.TaskResult, ResultOf(record)), new(CicdAttributes.TaskType, "deploy")];

    private static IEnumerable<SpanAttribute> OfDeployment(Deployment record) =>
    [
        new(CicdAttributes.ErrorType, IsError(record) ? record.Stop?.Cause.ToString() ?? record.Outcome.ToString() : null),
        new("sluice.deployment.id", record.DeploymentId),
        new("sluice.deployment.platform", record.Plan.Target.ComputePlatform()),
        new("sluice.deployment.application", record.Request?.ApplicationName),
        new("sluice.deployment.group", record.Request?.DeploymentGroupName),
        new("sluice.deployment.config", record.Request?.DeploymentConfigName),
        new("sluice.deployment.outcome", record.Outcome?.ToString()),
    ];

    private static IEnumerable<Span> Waiting(SpanContext context, Deployment record) => record.StartTime is { } started && started > record.CreateTime
        ?
        [
            Span.PartOf(context, "wait for the target", record.CreateTime, started, "wait") with
            {
                Attributes = [new(CicdAttributes.RunState, CicdAttributes.Pending), new("sluice.waits_for", "target")],
            },
        ]
        : [];

    private static Span Event(SpanContext context, Deployment record, LifecycleEvent told)
    {
        var isError = told.Status == LifecycleEventStatus.Failed;
        return new(OfEvent(context, told.LifecycleEventName!), context.SpanId, told.LifecycleEventName!, told.StartTime!.Value, told.EndTime ?? End(record))
        {
            IsError = isError,
            Message = isError ? told.Diagnostics?.Message ?? record.Stop?.Message : null,
            Attributes = [new("sluice.deployment.lifecycle_event", told.LifecycleEventName), new(CicdAttributes.ErrorType, isError ? record.Stop?.Cause.ToString() ?? "failed" : null)],
        };
    }

    /// <summary>From the stop until traffic was seen to be as before.</summary>
    private static IEnumerable<Span> Return(SpanContext context, Deployment record) => record is { Stop: { } stop, Outcome: DeploymentOutcome.RolledBack or DeploymentOutcome.Dirty }
        ?
        [
            Span.PartOf(context, "roll back", stop.Time, record.TrafficRestoredTime ?? End(record), "rollback") with
            {
                IsError = record.Outcome == DeploymentOutcome.Dirty,
                Message = record.Outcome == DeploymentOutcome.Dirty ? record.Message : null,
                Attributes = [new("sluice.deployment.stop_cause", stop.Cause.ToString()), new("sluice.deployment.stop_reason", stop.Message)],
            },
        ]
        : [];

    private static DateTimeOffset End(Deployment record) => record.CompleteTime ?? record.CreateTime;

    private static bool IsError(Deployment record) => record.Outcome != DeploymentOutcome.Succeeded && !IsStopped(record);

    /// <summary>Somebody asked for the stop, and it went as they wished.</summary>
    private static bool IsStopped(Deployment record) => record is { Stop.Cause: StopCause.Request, Outcome: DeploymentOutcome.Failed or DeploymentOutcome.RolledBack };

    private static string ResultOf(Deployment record) => record.Outcome switch
    {
        DeploymentOutcome.Succeeded => CicdAttributes.Success,
        _ when IsStopped(record) => CicdAttributes.Cancellation,
        DeploymentOutcome.Dirty => CicdAttributes.Error,
        _ => CicdAttributes.Failure,
    };
}
