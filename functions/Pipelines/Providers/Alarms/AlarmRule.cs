using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>
/// The rule <c>CloudWatchAlarm</c>. Before a stage it is kept as soon as the alarm is quiet, and is given its wait time to be so. After one it watches: it is broken as soon as the alarm goes off, and kept if that did not happen in the
/// wait time. The alarm's events wake it; nothing is asked meanwhile.
/// </summary>
internal sealed class AlarmRule(OwnActions actions, TimeProvider time) : ICallingProvider
{
    public IReadOnlyList<string> Serves { get; } = [$"Rule/{RuleProviders.CloudWatchAlarm}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) =>
        actions.BeginAsync(request, now => (Begun(request, now), [AlarmWatches.Of(request.Configuration["AlarmName"], request.ActionExecutionId, now)]), cancellationToken);

    public Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (AlarmRuleProgress)action.Progress;
        return Task.FromResult(action.StopReason is { } reason ? Move.Fail(progress, $"Stopped: {reason}")
            : seen.Call == "DescribeAlarms" ? Judged(progress, seen, time.GetUtcNow())
            : Move.Call(progress, "DescribeAlarms", new JsonObject { ["AlarmNames"] = new JsonArray(progress.AlarmName), ["AlarmTypes"] = new JsonArray("CompositeAlarm", "MetricAlarm") }));
    }

    private static AlarmRuleProgress Begun(ActionRequest request, DateTimeOffset now)
    {
        var states = request.Configuration.GetValueOrDefault("AlarmStates", "ALARM").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var minutes = int.TryParse(request.Configuration.GetValueOrDefault("WaitTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        return new AlarmRuleProgress { AlarmName = request.Configuration["AlarmName"], FailingStates = states, Until = now.AddMinutes(minutes), IsWatch = request.Condition == ActionConditions.OnSuccess };
    }

    private static Move Judged(AlarmRuleProgress progress, Seen seen, DateTimeOffset now)
    {
        if (State(seen) is not { } state)
        {
            return Move.Fail(progress, seen.Error is { } error ? $"The alarm '{progress.AlarmName}' cannot be read. {error.Describe()}" : $"There is no alarm '{progress.AlarmName}'.");
        }

        var isBroken = progress.FailingStates.Contains(state);
        var left = progress.Until - now;
        return (isBroken, progress.IsWatch, left > TimeSpan.Zero) switch
        {
            (true, true, _) or (true, _, false) => Move.Fail(progress, $"The alarm '{progress.AlarmName}' is in the state {state}."),
            (false, false, _) or (false, true, false) => Move.End(progress, new ActionResult(ActionStatus.Succeeded, "", null, $"The alarm '{progress.AlarmName}' is in the state {state}.", new Dictionary<string, ObjectRef>())),
            _ => Move.Wait(progress, left),
        };
    }

    private static string? State(Seen seen) => new[] { "metricAlarms", "compositeAlarms" }
        .SelectMany(kind => seen.Output?[kind] as JsonArray ?? [])
        .Select(alarm => (string?)alarm?["StateValue"])
        .FirstOrDefault(state => state is not null);
}
