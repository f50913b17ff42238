using Sluice.Builds.Stopping;
using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Records;
using Sluice.Pipelines.Api;
using Sluice.Pipelines.Model;

namespace Sluice.Local.Host;

/// <summary>Stops a run and what its services are at. A service may have been asked and not have begun yet, so it is told until nothing runs.</summary>
internal sealed class RunStopper(
    StopPipelineExecution stop, GetPipelineExecution executions, StopBuild builds, StopDeployment deployments, DeploymentStore store, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when no action of the run is running any more.</summary>
    public async Task StopAsync(string pipeline, string execution, string reason, CancellationToken cancellationToken = default)
    {
        while (await TellAsync(pipeline, execution, reason, cancellationToken))
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Records the stop with the run and with each service that is at something of it: from then on none goes further.</summary>
    /// <returns>Whether anything of it is running.</returns>
    public async Task<bool> TellAsync(string pipeline, string execution, string reason, CancellationToken cancellationToken = default)
    {
        var running = await RecordAsync(pipeline, execution, reason, cancellationToken);
        foreach (var action in running)
        {
            await StopActionAsync(pipeline, action, reason, cancellationToken);
        }

        return running.Count > 0;
    }

    private async Task<IReadOnlyList<RunningAction>> RecordAsync(string pipeline, string execution, string reason, CancellationToken cancellationToken)
    {
        try
        {
            return await stop.StopAsync(new StopRequestInput(pipeline, execution, Abandon: false, reason), cancellationToken);
        }
        catch (Exception e) when (e is DuplicatedStopRequestException or PipelineExecutionNotStoppableException)
        {
            return await executions.GetRunningActionsAsync(pipeline, execution, cancellationToken);
        }
    }

    private async Task StopActionAsync(string pipeline, RunningAction action, string reason, CancellationToken cancellationToken)
    {
        switch (action.Provider)
        {
            case "CodeBuild":
                await builds.RunForActionAsync(pipeline, action.ActionExecutionId, reason, cancellationToken);
                break;
            case "Lambda" when await store.FindIdAsync(action.ActionExecutionId, cancellationToken) is { } deploymentId:
                await StopDeploymentAsync(deploymentId, reason, cancellationToken);
                break;
        }
    }

    private async Task StopDeploymentAsync(string deploymentId, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await deployments.StopAsync(new StopDeploymentInput(deploymentId), reason, cancellationToken);
        }
        catch (DeploymentAlreadyCompletedException)
        {
            // It ended while it was asked: its action ends with it.
        }
    }
}
