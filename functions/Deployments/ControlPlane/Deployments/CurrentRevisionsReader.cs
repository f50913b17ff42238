using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Reads which revision each group of an application has now.</summary>
public sealed class CurrentRevisionsReader(GroupStore groups, GroupActivities activities)
{
    internal async Task<CurrentRevisions> ReadAsync(string applicationId, CancellationToken cancellationToken)
    {
        var current = new List<(string Identity, string Group)>();
        for (string? token = null; ;)
        {
            var (names, next) = await groups.ListAsync(applicationId, token, cancellationToken);
            current.AddRange((await Task.WhenAll(names.Select(CurrentAsync))).OfType<(string, string)>());
            if (next is null)
            {
                return new CurrentRevisions(current.ToLookup(deployed => deployed.Identity, deployed => deployed.Group));
            }

            token = next;
        }

        async Task<(string Identity, string Group)?> CurrentAsync(string name) =>
            await groups.FindAsync(new GroupName(applicationId, name), cancellationToken) is { } group
            && (await activities.ReadAsync(group.DeploymentGroupId, cancellationToken)).TargetRevision is { } revision
                ? (RevisionIdentity.Of(revision), name)
                : null;
    }
}
