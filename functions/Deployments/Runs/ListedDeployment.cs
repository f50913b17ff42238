using System.Text.Json.Serialization;
using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>What listings read of a deployment: a small item beside its record, written in the same transactions.</summary>
/// <param name="DeploymentId">Which deployment.</param>
/// <param name="Status">CodeDeploy's status.</param>
/// <param name="CreateTime">When it was made.</param>
/// <param name="DeploymentGroupId">The group, if one asked for it.</param>
/// <param name="ExternalId">The run of a pipeline, if one asked for it.</param>
internal sealed record ListedDeployment(string DeploymentId, [property: JsonRequired] DeploymentStatus Status, DateTimeOffset CreateTime, string? DeploymentGroupId, string? ExternalId)
{
    public static ListedDeployment Of(Deployment record) => new(
        record.DeploymentId, record.ShownStatus(), record.CreateTime, record.Request?.DeploymentGroupId, record.Action?.PipelineExecutionId);

    /// <summary>The items: in its group's partition and its run's, and for all of them in the index. Each is in the order of time.</summary>
    public IEnumerable<TableWrite> Writes()
    {
        var place = ListingKeys.At(CreateTime) + DeploymentId;
        yield return PutItem.Of(new Key(DeploymentGroupId is { } group ? ListingKeys.Group(group) : ListingKeys.External(ExternalId ?? ""), place), this, index: new IndexKey(ListingKeys.All, place));
        if (DeploymentGroupId is not null && ExternalId is { } external)
        {
            yield return PutItem.Of(new Key(ListingKeys.External(external), place), this);
        }
    }
}
