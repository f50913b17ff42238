using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Actions;

namespace Sluice.Local.Commands.Releases;

/// <summary>Follows runs one after the other while a steady stream of requests goes to what they deploy.</summary>
internal sealed class ReleaseSession : IAsyncDisposable
{
    private static readonly TimeSpan SettlesWithin = TimeSpan.FromSeconds(2);
    private readonly Suite _suite;
    private readonly LiveView _view;
    private readonly ReleaseTraffic _traffic;
    private readonly TimeProvider _time;
    private readonly RunFollower _runs;

    public ReleaseSession(Suite suite, IScreen screen, LiveView view, double rate, string payload, TimeProvider time)
    {
        (_suite, _view, _time) = (suite, view, time);
        _runs = new RunFollower(suite, suite.Services.GetRequiredService<ExecutionViews>(), time);
        _traffic = new ReleaseTraffic(suite, screen, rate, payload, time);
    }

    /// <summary>Waits until the pipeline has taken up a commit by itself.</summary>
    public async Task<string> BeginningAsync(string pipeline, string commit, CancellationToken stop) =>
        (await _runs.BeginningAsync(pipeline, commit, stop)).PipelineExecutionId;

    /// <summary>Where counting begins: before the run is started.</summary>
    public ReleaseMark Mark() => new(_time.GetTimestamp(), _traffic.Tally.Versions, _suite.Transitions.Counts.ToImmutableSortedDictionary());

    /// <summary>Follows a run to its end.</summary>
    public async Task<ReleaseReport> FollowAsync(string pipeline, string execution, ReleaseMark mark, CancellationToken stop)
    {
        var watch = new DeploymentWatch(_time, _traffic.Tally);
        var echo = new RunEcho(execution);
        using var watching = new WatchSubscription(_suite, watch, echo, _traffic);
        _view.Requests = () => TrafficWindow.Between(mark.Requests, _traffic.Tally.Versions);
        try
        {
            var view = await _runs.EndAsync(pipeline, execution, stop);
            await SettleAsync(echo);
            _view.End(execution); // Before the last count: what is shown is never more than what is summed up.
            return ReportOf(view, watch, mark, Mark());
        }
        finally
        {
            _view.End(execution);
        }
    }

    public ValueTask DisposeAsync() => _traffic.DisposeAsync();

    /// <summary>Lets what the run still has under way be told and counted. A stuck request holds up the report for <see cref="SettlesWithin"/> at most.</summary>
    private async Task SettleAsync(RunEcho echo) =>
        await Task.WhenAll(_traffic.UnderWay, echo.Heard).WaitAsync(SettlesWithin, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private ReleaseReport ReportOf(PipelineExecutionView view, DeploymentWatch watch, ReleaseMark began, ReleaseMark ended)
    {
        var deployment = view.Stages.SelectMany(stage => stage.Actions).FirstOrDefault(action => action.Category == ActionCategory.Deploy);
        var failure = view.Stages.SelectMany(stage => stage.Actions).LastOrDefault(action => action.Message is { Length: > 0 });
        var window = TrafficWindow.Between(began.Requests, ended.Requests);
        return new ReleaseReport(
            (deployment?.Outcome ?? ActionOutcome.Failed).ToString(),
            deployment?.Message ?? failure?.Message ?? view.Message,
            view.PipelineName,
            view.PipelineExecutionId,
            deployment?.ExternalExecutionId,
            view.SourceRevisions is [var source, ..] ? source.RevisionId : null,
            _traffic.Url,
            window.Values.Sum(tally => tally.Requests),
            window.Values.Sum(tally => tally.Failed),
            TrafficWindow.FailedIfAllAtOnce(TrafficWindow.Between(watch.BeforeShift ?? began.Requests, ended.Requests), watch.NewVersion),
            watch.AlarmToRestored?.TotalMilliseconds,
            Math.Round(_time.GetElapsedTime(began.Timestamp, ended.Timestamp).TotalSeconds, 1),
            ended.TransitionsSince(began),
            window) { IsTold = (deployment?.Message ?? failure?.Message) is not null };
    }
}
