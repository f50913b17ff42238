using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>What happened in a deployment: the lifecycle events of its targets, and what there is to say of it.</summary>
internal sealed class DeploymentLogSource(SuiteClient suite, string id) : ILogSource
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public bool IsOver { get; private set; }

    public async Task<IReadOnlyList<LogLine>> ReadAsync(CancellationToken stop)
    {
        var seen = await DeploymentReader.ReadAsync(suite, id, stop);
        IsOver = !DeploymentReader.IsGoing(seen.DeploymentInfo);
        return [.. Lines(seen).Where(line => _told.Add(line.Message)).OrderBy(line => line.Timestamp ?? DateTimeOffset.MaxValue)];
    }

    private static IEnumerable<LogLine> Lines(SeenDeployment seen)
    {
        var info = seen.DeploymentInfo;
        yield return new LogLine(info.CreateTime, $"{info.DeploymentId} was asked for{(info.ApplicationName is { } name ? $" by {name}/{info.DeploymentGroupName}" : "")}");
        foreach (var line in seen.DeploymentTargets.SelectMany(Events))
        {
            yield return line;
        }

        foreach (var says in info.DeploymentStatusMessages ?? [])
        {
            yield return new LogLine(info.CompleteTime, says);
        }

        if (info.CompleteTime is { } end)
        {
            yield return new LogLine(end, $"{info.Outcome ?? info.Status?.ToString()}{(info.ErrorInformation is { } error ? $": {error.Code}, {error.Message}" : "")}");
        }
    }

    private static IEnumerable<LogLine> Events(DeploymentTarget target) =>
        from happened in target.LambdaTarget?.LifecycleEvents ?? target.EcsTarget?.LifecycleEvents ?? target.InstanceTarget?.LifecycleEvents ?? []
        where happened.Status is not (LifecycleEventStatus.Pending or LifecycleEventStatus.Skipped)
        let why = happened.Diagnostics?.Message is { Length: > 0 } message ? $": {message}" : ""
        select new LogLine(
            happened.Status == LifecycleEventStatus.InProgress ? happened.StartTime : happened.EndTime ?? happened.StartTime,
            $"{happened.LifecycleEventName} {happened.Status} ({Split.Subject(target)}){why}");
}
