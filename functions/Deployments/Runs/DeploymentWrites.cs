using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Keys;
using Sluice.Platform.Accounts;
using Sluice.Platform.Events;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Runs;

/// <summary>The writes of a decision: the record, what listings read of it, its events, and whatever else belongs to it.</summary>
internal sealed class DeploymentWrites(SuiteAccount account, TimeProvider time)
{
    private const string Source = "sluice.codedeploy";

    /// <param name="decision">What was decided.</param>
    /// <param name="before">The record that it was decided on; null makes it.</param>
    /// <param name="rev">That record's revision, which must be the same still.</param>
    public IReadOnlyList<TableWrite> Of<T>(Decision<T> decision, Deployment? before, long rev)
    {
        var record = decision.Record;
        return
        [
            new PutItem(
                DeploymentKeys.Deployment(record.DeploymentId),
                (JsonObject)JsonSerializer.SerializeToNode(record, SluiceJson.Options)!,
                before is null ? Condition.Absent : Condition.Rev(rev),
                record.IsEnded ? null : DeploymentKeys.ActiveSince(record)),
            .. decision.Events.Select((happened, index) => Outbox.Event(Stamp(record.DeploymentId, happened, rev + 1, index))),
            .. decision.Also,
            .. before is not null && ListedDeployment.Of(before) == ListedDeployment.Of(record) ? [] : (TableWrite[])[ListedDeployment.Of(record).Write()],
            .. decision.Beside is { } beside ? Of(beside, null, 0) : [],
        ];
    }

    // A revision is written once, so it numbers the events: they rise with the states that they tell of.
    private SuiteEvent Stamp(string deploymentId, DeploymentEvent happened, long rev, int index)
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
