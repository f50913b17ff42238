using Sluice.Builds.Shapes;
using Sluice.Deployments.Shapes;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>What the time of an action was spent with.</summary>
internal static class ActionParts
{
    private const string Approval = "approval";
    private static readonly BuildPhaseType[] Queue = [BuildPhaseType.SUBMITTED, BuildPhaseType.QUEUED];

    /// <param name="action">The action.</param>
    /// <param name="end">When it ended, or now.</param>
    /// <param name="run">What is known of its builds and deployments.</param>
    public static IReadOnlyList<TimelinePart> Of(ActionExecutionDetail action, DateTimeOffset end, SeenRun run)
    {
        var start = action.StartTime ?? end;
        var id = RunActions.ExternalId(action) ?? "";
        var parts = RunActions.Is(action, ActionCategory.Approval) ? [new TimelinePart(TimelineKind.Waiting, Approval, start, end)]
            : run.Builds.TryGetValue(id, out var build) ? Of(build, start, end)
            : run.Deployments.TryGetValue(id, out var deployment) ? Of(deployment, start, end)
            : [];
        return parts.Count > 0 ? parts : [new TimelinePart(TimelineKind.Running, null, start, end)];
    }

    private static List<TimelinePart> Of(Build build, DateTimeOffset start, DateTimeOffset end) => Filled(
        [.. (build.Phases ?? []).Where(phase => phase is { StartTime: not null, PhaseType: not BuildPhaseType.COMPLETED }).Select(phase =>
            new TimelinePart(phase.PhaseType is { } type && Queue.Contains(type) ? TimelineKind.Queued : TimelineKind.Running, phase.PhaseType?.ToString(), phase.StartTime!.Value, phase.EndTime ?? end))],
        start,
        end);

    // Before it began it stood behind other deployments of its group or target.
    private static List<TimelinePart> Of(SeenDeployment deployment, DateTimeOffset start, DateTimeOffset end)
    {
        var (created, began) = (deployment.DeploymentInfo.CreateTime, deployment.DeploymentInfo.StartTime);
        var queued = new TimelinePart(TimelineKind.Queued, null, created ?? start, began ?? end);
        return Filled([queued, .. Events(deployment).Select(one => new TimelinePart(TimelineKind.Running, one.LifecycleEventName, one.StartTime!.Value, one.EndTime ?? end))], start, end);
    }

    private static IEnumerable<LifecycleEvent> Events(SeenDeployment deployment) => deployment.DeploymentTargets.Take(1)
        .SelectMany(target => target.LambdaTarget?.LifecycleEvents ?? target.EcsTarget?.LifecycleEvents ?? target.InstanceTarget?.LifecycleEvents ?? [])
        .Where(one => one.StartTime is not null);

    /// <summary>Within the action's time, in order, and with what is between told as running: the machine is at it.</summary>
    private static List<TimelinePart> Filled(IReadOnlyList<TimelinePart> parts, DateTimeOffset start, DateTimeOffset end)
    {
        var (filled, at) = (new List<TimelinePart>(), start);
        foreach (var part in parts.OrderBy(part => part.StartTime).Select(part => part with { StartTime = Within(part.StartTime, start, end), EndTime = Within(part.EndTime, start, end) }))
        {
            if (part.StartTime > at)
            {
                filled.Add(new TimelinePart(TimelineKind.Running, null, at, part.StartTime));
            }

            if (part.EndTime > part.StartTime)
            {
                filled.Add(part);
            }

            at = part.EndTime > at ? part.EndTime : at;
        }

        return at < end && filled.Count > 0 ? [.. filled, new TimelinePart(TimelineKind.Running, null, at, end)] : filled;
    }

    private static DateTimeOffset Within(DateTimeOffset moment, DateTimeOffset start, DateTimeOffset end) => moment < start ? start : moment > end ? end : moment;
}
