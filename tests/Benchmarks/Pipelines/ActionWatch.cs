using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Shapes;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>The actions of Pipelines' own as they begin, the events of runs as they are told, and somebody who approves at once.</summary>
internal sealed class ActionWatch : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Suite _suite;
    private readonly ApprovalResults _approvals;
    private readonly Channel<StartedAction> _started = Channel.CreateUnbounded<StartedAction>();
    private readonly Channel<(string Execution, string State)> _ended = Channel.CreateUnbounded<(string, string)>();

    public ActionWatch(Suite suite)
    {
        (_suite, _approvals) = (suite, suite.Services.GetRequiredService<ApprovalResults>());
        suite.Calls.Completed += See;
        suite.Bus.Published += SeeEvent;
    }

    /// <summary>The next one that begins.</summary>
    public Task<StartedAction> NextAsync() => _started.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>A run's source and what is after it: the source's call may be answered after the token that lets the run go on is.</summary>
    public async Task<(StartedAction Source, StartedAction Next)> NextTwoAsync()
    {
        StartedAction[] both = [await NextAsync(), await NextAsync()];
        return both.DistinctBy(action => action.Execution).Count() == 1 && both.FirstOrDefault(action => action.Stage == "Source") is { } source
            ? (source, both.Single(action => action != source))
            : throw new InvalidOperationException($"A run's source and one action more were expected, not {both[0]} and {both[1]}.");
    }

    /// <summary>Waits until a run has ended, and demands that it succeeded.</summary>
    public async Task SucceededAsync(string execution)
    {
        while (true)
        {
            var (ended, state) = await _ended.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            if (ended == execution)
            {
                _ = state == "SUCCEEDED" ? state : throw new InvalidOperationException($"The run {execution} ended as {state}.");
                return;
            }
        }
    }

    public Task ApproveAsync(StartedAction action) => _approvals.TakeAsync(
        new PutApprovalResultInput
        {
            PipelineName = action.Pipeline, StageName = action.Stage, ActionName = action.Name, Token = action.Id,
            Result = new ApprovalResult { Status = ApprovalStatus.Approved, Summary = "" },
        },
        "bench",
        CancellationToken.None);

    public void Dispose()
    {
        _suite.Calls.Completed -= See;
        _suite.Bus.Published -= SeeEvent;
    }

    private void See(TaskCall call)
    {
        if (call.StateName == "StartAction")
        {
            var request = call.Parameters!["Payload"]!;
            _started.Writer.TryWrite(new StartedAction(Of("pipelineName"), Of("pipelineExecutionId"), Of("stageName"), Of("actionName"), Of("actionExecutionId"), TimeProvider.System.GetTimestamp()));
            string Of(string name) => (string)request[name]!;
        }
    }

    private void SeeEvent(JsonObject happened)
    {
        if ((string?)happened["detail-type"] == "CodePipeline Pipeline Execution State Change" && happened["detail"] is { } detail && (string)detail["state"]! is "SUCCEEDED" or "FAILED" or "SUPERSEDED" or "STOPPED")
        {
            _ended.Writer.TryWrite(((string)happened["detail"]!["execution-id"]!, (string)happened["detail"]!["state"]!));
        }
    }
}
