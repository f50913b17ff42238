using System.Globalization;
using Sluice.Deployments.Keys;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;

namespace Sluice.Deployments.Runs;

/// <summary>
/// The one way to read and change deployments. Token, step and stop are one item, so a decision always sees all that was stored before it, and parking and stopping cannot miss each other.
/// </summary>
public sealed class DeploymentStore(ITable table, SuiteAccount account, TimeProvider time) : RunStore<Deployment>(table)
{
    private const string Source = "sluice.codedeploy";

    /// <summary>The deployment, or null.</summary>
    public async Task<Deployment?> FindAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        (await FindAsync(DeploymentKeys.Deployment(deploymentId), cancellationToken))?.Value;

    /// <summary>The deployment.</summary>
    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    public async Task<Deployment> GetAsync(string deploymentId, CancellationToken cancellationToken = default) =>
        await FindAsync(deploymentId, cancellationToken) ?? throw new DeploymentDoesNotExistException(deploymentId);

    /// <summary>The id of the deployment that an action of a pipeline asked for, or null.</summary>
    public async Task<string?> FindIdAsync(string actionExecutionId, CancellationToken cancellationToken = default) =>
        (await Table.GetAsync(DeploymentKeys.Action(actionExecutionId), cancellationToken))?.Read<DeploymentReference>().DeploymentId;

    /// <exception cref="DeploymentDoesNotExistException">There is none.</exception>
    /// <exception cref="ConcurrentModificationException">Others were faster again and again.</exception>
    internal Task<(Deployment Record, T Answer)> DecideAsync<T>(
        string deploymentId, Func<Deployment, Decision<Deployment, T>> decide, CancellationToken cancellationToken = default) =>
        DecideAsync(DeploymentKeys.Deployment(deploymentId), decide, cancellationToken);

    /// <summary>The writes that make a deployment, for a transaction of the caller's own.</summary>
    internal IReadOnlyList<TableWrite> Creation(RunChange<Deployment> created) => [.. WritesOf(created).Select(guarded => guarded.Write)];

    /// <inheritdoc/>
    protected override Key KeyOf(Deployment record) => DeploymentKeys.Deployment(record.DeploymentId);

    /// <inheritdoc/>
    protected override IndexKey? IndexOf(Deployment record) => record.IsEnded ? null : DeploymentKeys.ActiveSince(record);

    /// <summary>A revision is written once, so it numbers the events: they rise with the states that they tell of.</summary>
    protected override IEnumerable<SuiteEvent> Stamped(Deployment record, IReadOnlyList<RunEvent> events, long rev) =>
        events.Select((happened, index) => Stamp(record.DeploymentId, happened, rev, index));

    /// <summary>What listings read of it.</summary>
    protected override IEnumerable<GuardedWrite> Follows(Deployment? before, Deployment after) =>
        before is not null && ListedDeployment.Of(before) == ListedDeployment.Of(after) ? [] : ListedDeployment.Of(after).Writes().Select(write => new GuardedWrite(write));

    /// <summary>A deployment that ends gives its group to the next one. What the group is then is read here, and the writes hold only while it is so.</summary>
    protected override async Task<Decision<Deployment, T>> CompletedAsync<T>(Deployment before, Decision<Deployment, T> decision, CancellationToken cancellationToken)
    {
        if (before.IsEnded || decision.Record is not { IsEnded: true, Request: { } request })
        {
            return decision;
        }

        var view = await GroupView.ReadAsync(Table, request.DeploymentGroupId, cancellationToken);
        var (writes, next) = GroupTurn.End(decision.Record, decision.Beside.SingleOrDefault()?.After, view, time.GetUtcNow());
        return decision with
        {
            Also = [.. decision.Also, .. writes.Select(write => new GuardedWrite(write))],
            Beside = next is null ? decision.Beside : [.. decision.Beside, next],
        };
    }

    /// <inheritdoc/>
    protected override Exception Missing(Key key) => new DeploymentDoesNotExistException(DeploymentKeys.IdOf(key));

    /// <inheritdoc/>
    protected override string What(Key key) => $"Deployment {DeploymentKeys.IdOf(key)}";

    private SuiteEvent Stamp(string deploymentId, RunEvent happened, long rev, int index)
    {
        happened.Detail["region"] = account.Region;
        return new SuiteEvent(
            $"deployment-{deploymentId}-{rev.ToString(CultureInfo.InvariantCulture)}-{index.ToString(CultureInfo.InvariantCulture)}",
            Source,
            happened.DetailType,
            happened.Detail,
            time.GetUtcNow(),
            (rev * 10) + index,
            [.. happened.Resources.Select(resource => account.Arn("codedeploy", resource))]);
    }
}
