using Sluice.Deployments.Runs;
using Sluice.Platform.Ids;

namespace Sluice.Deployments.Protocol.Steps;

/// <summary>Decides the next move and stores that it is intended before anything is changed.</summary>
public sealed class NextStep(DeploymentStore store, ShiftPlatforms platforms, StepsAnExecution steps, ActionCompletion completion, IIds ids, TimeProvider time)
{
    /// <exception cref="StopRecordedException">It must not go on.</exception>
    /// <exception cref="StepOutOfOrderException">The machine has done another step than the table says.</exception>
    public async Task<ShiftState> RunAsync(NextStepInput input, CancellationToken cancellationToken = default)
    {
        var secret = ids.Secret();
        var (record, answer) = await store.DecideAsync(
            input.State.DeploymentId, record => StepDecision.Decide(platforms.Of(record.Plan), steps, record, input, secret, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
        return answer;
    }
}
