using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Baking;

/// <summary>Whether a task may wait. The record's revision guards the write, so a stop comes either before it and is seen here, or after it and finds the token.</summary>
internal static class Parking
{
    public static Exception? Obstacle(Deployment record, int step, int attempt, int retryCount) =>
        Ending.Obstacle(record)
        ?? (step != record.Step || attempt != record.Attempt
            ? new StepOutOfOrderException(record.DeploymentId, $"step {step}, wait {attempt}", $"step {record.Step}, wait {record.Attempt}")
            : record.Parked is { } parked && parked.Step == step && parked.Attempt == attempt && parked.RetryCount > retryCount
            ? new StepOutOfOrderException(record.DeploymentId, $"delivery {retryCount}", $"delivery {parked.RetryCount}")
            : null);
}
