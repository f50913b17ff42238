using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Recovery;

/// <summary>
/// Looks for deployments that go on, but whose execution has not written for longer than its waits explain: one that never began, or whose end
/// nobody was told of. The broom behind the events.
/// </summary>
public sealed class SweepDeployments(ITable table, DeploymentStore store, ActionCompletion completion, SweepPace pace, TimeProvider time)
{
    /// <summary>Safe to repeat.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var going = await GoingAsync(cancellationToken);
        var item = await table.GetAsync(DeploymentKeys.Sweep, cancellationToken);
        var count = SweepCount.Next(item?.Read<SweepCount>(), going, time.GetUtcNow(), pace);
        if (await TryKeepAsync(item, count, cancellationToken))
        {
            foreach (var silent in going.Where(count.IsSilent))
            {
                await SweepAsync(silent, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Deployment>> GoingAsync(CancellationToken cancellationToken)
    {
        var going = new List<Deployment>();
        var query = new Query(DeploymentKeys.Active) { OnIndex = true };
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            going.AddRange(page.Items.Select(item => item.Read<Deployment>()));
            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null);
        return going;
    }

    // Two sweeps at once would count the same time twice: the one that is later leaves it.
    private async Task<bool> TryKeepAsync(Item? before, SweepCount count, CancellationToken cancellationToken)
    {
        if (before is null && count.Leases.Count == 0)
        {
            return false;
        }

        try
        {
            var unchanged = before is null ? Condition.Absent : Condition.Rev(before.Rev);
            await table.TransactAsync([count.Leases.Count == 0 ? new DeleteItem(DeploymentKeys.Sweep, unchanged) : PutItem.Of(DeploymentKeys.Sweep, count, unchanged)], cancellationToken);
            return true;
        }
        catch (TransactionRefusedException)
        {
            return false;
        }
    }

    // The index is behind the table, so the deployment is asked again.
    private async Task SweepAsync(Deployment silent, CancellationToken cancellationToken)
    {
        var (record, _) = await store.DecideAsync(silent.DeploymentId, record => Decide(record, silent.LeaseUntil, time.GetUtcNow()), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
    }

    private static Decision<Deployment, bool> Decide(Deployment record, DateTimeOffset lease, DateTimeOffset now) =>
        record.LeaseUntil != lease
            ? new Decision<Deployment, bool>(record, false)
            : RecoveryDecision.Decide(record, $"silent since {lease:O}", $"its execution has done nothing since before {lease:u}", now);
}
