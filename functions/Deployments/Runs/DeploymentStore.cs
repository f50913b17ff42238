using Sluice.Deployments.Keys;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Runs;

/// <summary>
/// The one way to read and change deployments: read, decide, write at the revision that was read, and decide again if someone was faster. So a
/// decision always sees all that was stored before it, and parking and stopping cannot miss each other.
/// </summary>
public sealed class DeploymentStore(ITable table, SuiteAccount account, TimeProvider time)
{
    private const int Tries = 20;
    private readonly DeploymentWrites _writes = new(account, time);

    /// <summary>The deployment, or null.</summary>
    public async Task<Deployment?> FindAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(DeploymentKeys.Deployment(deploymentId), cancellationToken))?.Read<Deployment>();

    /// <summary>The deployment.</summary>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    public async Task<Deployment> GetAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        await FindAsync(deploymentId, cancellationToken) ?? throw new DeploymentDoesNotExistException(deploymentId);

    /// <summary>The id of the deployment that an action of a pipeline asked for, or null.</summary>
    public async Task<string?> FindIdAsync(string actionExecutionId, CancellationToken cancellationToken = default) =>
        (await table.GetAsync(DeploymentKeys.Action(actionExecutionId), cancellationToken))?.Read<DeploymentReference>().DeploymentId;

    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    /// <exception cref="TransactionRefusedException">A write beside the deployment's own was refused.</exception>
    internal async Task<(Deployment Record, T Answer)> DecideAsync<T>(
        string deploymentId, Func<Deployment, Decision<T>> decide, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            var item = await table.GetAsync(DeploymentKeys.Deployment(deploymentId), cancellationToken) ?? throw new DeploymentDoesNotExistException(deploymentId);
            var before = item.Read<Deployment>();
            var decision = decide(before);
            if (ReferenceEquals(before, decision.Record) || await TryWriteAsync(item.Rev, before, decision, tries, cancellationToken))
            {
                return decision.Throw is null ? (decision.Record, decision.Answer) : throw decision.Throw;
            }
        }
    }

    internal IReadOnlyList<TableWrite> Creation(Decision<bool> created) => _writes.Of(created, null, 0);

    private async Task<bool> TryWriteAsync<T>(long rev, Deployment before, Decision<T> decision, int tries, CancellationToken cancellationToken)
    {
        var own = _writes.Of(decision, before, rev);
        var group = await GroupWritesAsync(before, decision, cancellationToken);
        try
        {
            await table.TransactAsync([.. own, .. group], cancellationToken);
            return true;
        }
        catch (TransactionRefusedException e) when (tries < Tries && (e.Failed[0] == 0 || e.Failed[^1] >= own.Count))
        {
            return false;
        }
    }

    // A deployment that ends gives its group to the next one. What the group is then is read here, and the writes hold only while it is so.
    private async Task<IReadOnlyList<TableWrite>> GroupWritesAsync<T>(Deployment before, Decision<T> decision, CancellationToken cancellationToken)
    {
        if (before.IsEnded || decision.Record is not { IsEnded: true, Request: { } request })
        {
            return [];
        }

        var view = await GroupView.ReadAsync(table, request.DeploymentGroupId, cancellationToken);
        var (writes, next) = GroupTurn.End(decision.Record, decision.Beside?.Record, view, time.GetUtcNow());
        return next is null ? writes : [.. writes, .. _writes.Of(next, view.Next!.Read<Deployment>(), view.Next.Rev)];
    }
}
