using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Releases;

/// <summary>Waits for runs of pipelines to begin and to end: by the bus, and by a look at the table every second in case an event was missed.</summary>
internal sealed class RunFollower(Suite suite, ExecutionViews executions, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>The run as it ended.</summary>
    public Task<PipelineExecutionView> EndAsync(string pipeline, string execution, CancellationToken stop) => UntilAsync(
        async () => await executions.GetAsync(pipeline, execution, stop) is { } view && HasEnded(view.Status) ? view : null,
        stop);

    /// <summary>The first run of this commit.</summary>
    public Task<PipelineExecutionView> BeginningAsync(string pipeline, string commit, CancellationToken stop) => UntilAsync(
        async () => (await executions.ListAsync(pipeline, cancellationToken: stop)).Executions
            .FirstOrDefault(view => view.SourceRevisions.Any(revision => revision.RevisionId == commit)),
        stop);

    private static bool HasEnded(PipelineExecutionStatus status) => status is not (PipelineExecutionStatus.InProgress or PipelineExecutionStatus.Stopping);

    private async Task<PipelineExecutionView> UntilAsync(Func<Task<PipelineExecutionView?>> look, CancellationToken stop)
    {
        // An event that is being published may come after this has ended, so there is nothing here that could be disposed of by then.
        var signal = new Signal();
        void Wake(JsonObject happened) => signal.Raise();
        suite.Bus.Published += Wake;
        try
        {
            while (true)
            {
                if (await look() is { } found)
                {
                    return found;
                }

                using var late = new CancellationTokenSource(Look, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
                await signal.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                stop.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            suite.Bus.Published -= Wake;
        }
    }
}
