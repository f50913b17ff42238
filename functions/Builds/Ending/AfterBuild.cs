using Sluice.Builds.Batching;
using Sluice.Builds.Queueing;
using Sluice.Builds.Running;
using Sluice.Platform.Actions;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Ending;

/// <summary>Tells everyone who waits for a build that it has ended. Repeating it is no harm.</summary>
internal sealed class AfterBuild(ActionDocuments documents, IStateMachines machines, BuildTurns turns, BatchProgress batches, BuildTasks tasks)
{
    public async Task RunAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        if (build.Action is { } action)
        {
            await documents.CompleteAsync(action.Token, ActionResults.Of(build), cancellationToken);
        }

        if (build.StopTask is { } waiting)
        {
            await machines.SucceedTaskAsync(waiting.Token, null, cancellationToken);
        }

        await turns.LeaveAsync(build, cancellationToken);
        if (build.Batch is { } batch)
        {
            await batches.AdvanceAsync(batch.BatchId, cancellationToken);
        }

        await tasks.ForgetAsync(build, cancellationToken);
    }
}
