using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.Keys;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>Reads and writes deployment groups. A group is written only while its application is there.</summary>
public sealed class GroupStore(ITable table, KnownConfigurations predefined) : NamedStore<DeploymentGroup, GroupName>(table)
{
    /// <inheritdoc/>
    protected override string IdMember => "deploymentGroupId";

    /// <summary>A page of names, in their order.</summary>
    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string applicationId, string? token, CancellationToken cancellationToken)
    {
        var query = new Query(ApplicationKeys.Partition(applicationId), GroupKeys.NamePrefix) { PageToken = token };
        var page = await Pages.ReadAsync(Table, query, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => GroupKeys.NameIn(item.Key)!)], page.NextToken);
    }

    /// <inheritdoc/>
    protected override string IdOf(DeploymentGroup record) => record.DeploymentGroupId;

    /// <inheritdoc/>
    protected override GroupName NameOf(DeploymentGroup record) => new(record.ApplicationId, record.DeploymentGroupName);

    /// <inheritdoc/>
    protected override Key RecordKey(string id) => GroupKeys.Group(id);

    /// <inheritdoc/>
    protected override Key NameKey(GroupName name) => GroupKeys.Name(name.ApplicationId, name.Name);

    /// <inheritdoc/>
    protected override IEnumerable<GuardedWrite> Beside(DeploymentGroup? before, DeploymentGroup? after) => GroupWrites.Beside(predefined, before, after);

    /// <inheritdoc/>
    protected override string What(GroupName name) => "The deployment group";

    /// <inheritdoc/>
    protected override Exception DoesNotExist(GroupName name) => GroupErrors.DoesNotExist(name.ApplicationName, name.Name);

    /// <inheritdoc/>
    protected override Exception AlreadyExists(GroupName name) => GroupErrors.AlreadyExists(name.Name);
}
