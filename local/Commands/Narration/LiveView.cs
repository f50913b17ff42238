using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;
using Sluice.Local.Guarding;
using Sluice.Local.Host;

namespace Sluice.Local.Commands.Narration;

/// <summary>Shows on a screen what goes on, four times a second while anything does.</summary>
internal sealed class LiveView : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly AliasTallies _tallies = new();
    private readonly HashSet<string> _ended = [];
    private readonly IScreen _screen;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer _timer;
    private LiveState _state;

    public LiveView(IScreen screen, Unattended unattended, TimeProvider time, bool isOneOfMany)
    {
        (_screen, _time, _began, _state) = (screen, time, time.GetTimestamp(), new LiveState(isOneOfMany));
        _timer = unattended.Timer("The view of what goes on", Tick, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Who knows the requests of a run better than this counts them: its report will have the same ones.</summary>
    public Func<ImmutableSortedDictionary<string, VersionTally>>? Requests { get; set; }

    private TimeSpan Now => _time.GetElapsedTime(_began);

    /// <summary>Sees every event of the buses.</summary>
    public void See(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        lock (_gate)
        {
            var next = LiveNews.See(_state, happened, Now);
            next = next with { Runs = next.Runs.RemoveAll(run => _ended.Contains(run.Id)) };
            if (detail["functionName"] is not null && (detail["pipelineExecutionId"] ?? detail["deploymentId"]) is { } id && next.Runs.Exists(run => run.Id == id.ToString()))
            {
                _tallies.Begin(id.ToString(), TrafficText.Subject(detail));
            }

            Become(next);
        }
    }

    /// <summary>Sees every answer.</summary>
    public void SeeAnswer(AnsweredInvocation answered) => _tallies.See(answered);

    /// <summary>Sees what builds write.</summary>
    public void SeeBuild(BuildOutput output)
    {
        lock (_gate)
        {
            var index = _state.Runs.FindIndex(run => run.Name == output.Pipeline);
            if (index >= 0)
            {
                _state = _state with { Runs = _state.Runs.SetItem(index, _state.Runs[index] with { BuildLine = LineLayout.ShortHashes(HarmlessText.Overwritten(output.Text)) }) };
            }
        }
    }

    /// <summary>A run is over, and is about to be summed up: nothing more is shown of it.</summary>
    public void End(string run)
    {
        lock (_gate)
        {
            _ended.Add(run);
            Become(_state.Without(run));
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            // A look that was about to begin finds nothing.
            _state = LiveState.Empty;
            _screen.Show(_state, Now);
        }
    }

    internal void Tick()
    {
        lock (_gate)
        {
            if (!_state.Runs.IsEmpty)
            {
                _screen.Show(_state with { Runs = [.. _state.Runs.Select(run => run with { Requests = Requests?.Invoke() ?? _tallies.Of(run.Id) })] }, Now);
            }
        }
    }

    private void Become(LiveState next)
    {
        var before = _state;
        _state = next;
        foreach (var gone in before.Runs.Select(run => run.Id).Except(next.Runs.Select(run => run.Id)))
        {
            _tallies.End(gone);
        }

        if (before.Runs.IsEmpty != next.Runs.IsEmpty)
        {
            _timer.Change(next.Runs.IsEmpty ? Timeout.InfiniteTimeSpan : Often, next.Runs.IsEmpty ? Timeout.InfiniteTimeSpan : Often);
        }

        if (next.Runs.Count < before.Runs.Count)
        {
            _screen.Show(next, Now);
        }
    }
}
