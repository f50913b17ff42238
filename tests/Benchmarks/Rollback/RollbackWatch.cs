using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Benchmarks.Rollback;

/// <summary>What one deployment shows of itself: that it bakes, that its alarm changed, that traffic is back, and how it ended.</summary>
internal sealed class RollbackWatch : IDisposable
{
    private readonly Suite _suite;
    private readonly string _run;
    private readonly TaskCompletionSource _baking = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _fired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="suite">Where it runs.</param>
    /// <param name="run">The pipeline execution that the deployment's events name.</param>
    public RollbackWatch(Suite suite, string run)
    {
        (_suite, _run) = (suite, run);
        suite.Bus.Published += See;
        suite.Calls.Completed += SeeCall;
    }

    /// <summary>Known when it was put.</summary>
    public string? AlarmName { get; private set; }

    /// <summary>Completed when the first step's wait has its token stored.</summary>
    public Task Baking => _baking.Task;

    /// <summary>When the event of the alarm's change to ALARM was on the bus.</summary>
    public Task<long> Fired => _fired.Task;

    /// <summary>When the call that sets the alias back was answered.</summary>
    public Task<long> Restored => _restored.Task;

    /// <summary>The outcome.</summary>
    public Task<string> Ended => _ended.Task;

    public void Dispose()
    {
        _suite.Bus.Published -= See;
        _suite.Calls.Completed -= SeeCall;
    }

    private void See(JsonObject happened)
    {
        var detail = (JsonObject)happened["detail"]!;
        if ((string?)happened["detail-type"] == "CloudWatch Alarm State Change")
        {
            if ((string?)detail["alarmName"] == AlarmName && (string?)detail["state"]!["value"] == "ALARM")
            {
                _fired.TrySetResult(TimeProvider.System.GetTimestamp());
            }
        }
        else if ((string?)detail["pipelineExecutionId"] == _run && (string?)detail["outcome"] is { } outcome)
        {
            _ended.TrySetResult(outcome);
        }
    }

    private void SeeCall(TaskCall call)
    {
        switch (call.StateName)
        {
            case "PutAlarm":
                AlarmName = (string?)call.Parameters!["AlarmName"];
                break;
            case "Bake":
                _baking.TrySetResult();
                break;
            case "RestoreTraffic":
                _restored.TrySetResult(TimeProvider.System.GetTimestamp());
                break;
        }
    }
}
