using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Claiming;

/// <summary>The machine's first decision: whether the deployment may begin, and that its target is nobody else's meanwhile.</summary>
public sealed class ClaimTarget(DeploymentStore store, ITable table, TimeProvider time)
{
    private const int MostTries = 5;

    /// <exception cref="StopRecordedException">It is to be rolled back, not begun.</exception>
    /// <exception cref="DeploymentAlreadyCompletedException">It has ended.</exception>
    /// <exception cref="TargetClaimedException">Another deployment moves this target.</exception>
    public async Task<ShiftState> RunAsync(DeploymentReference input, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            var found = await FindAsync(input.DeploymentId, cancellationToken);
            try
            {
                return (await store.DecideAsync(input.DeploymentId, record => Decide(record, found, time.GetUtcNow()), cancellationToken)).Answer;
            }
            catch (ConcurrentModificationException) when (tries < MostTries)
            {
                // Another was faster with the claim: look who.
            }
        }
    }

    internal static Decision<Deployment, ShiftState> Decide(Deployment record, FoundClaim found, DateTimeOffset now)
    {
        if (Ending.Obstacle(record) is { } obstacle)
        {
            return Refusal.Of<ShiftState>(record, obstacle);
        }

        var begun = record.Leased(now) with { Status = DeploymentStatus.InProgress, StartTime = record.StartTime ?? now };
        if (TargetClaim.Take(begun, found.Item, found.OwnerHasEnded, now) is not { } claim)
        {
            return Refusal.Of<ShiftState>(record, new TargetClaimedException(record.Plan.Target.Subject(), Claims.Read(found.Item)!.Owner));
        }

        // An execution that takes up from the one before has nothing to prepare.
        var answer = record.Execution > 1 ? StepAnswer.ReadAlarms(begun) : ShiftState.Of(record).Go(Branch.Publish, record.Plan.Target.Preparation());
        return new Decision<Deployment, ShiftState>(begun, answer)
        {
            Events = record.StartTime is null ? DeploymentEvents.States(begun) : [],
            Also = [new GuardedWrite(claim, new ConcurrentModificationException($"The claim of {record.Plan.Target.Subject()}"))],
        };
    }

    // A deployment that has ended gave its claim up in its last write, so an owner that has ended is rare; one that is gone never was.
    private async Task<FoundClaim> FindAsync(string deploymentId, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(deploymentId, cancellationToken) ?? throw new DeploymentDoesNotExistException(deploymentId);
        var item = await table.GetAsync(TargetClaim.KeyOf(record), cancellationToken);
        return Claims.Read(item) is { } claim && claim.Owner != deploymentId
            ? new FoundClaim(item, await store.FindAsync(claim.Owner, cancellationToken) is not { IsEnded: false })
            : new FoundClaim(item, false);
    }
}
