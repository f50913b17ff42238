using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;

namespace Sluice.Deployments.ControlPlane.Actions;

/// <summary>A deploy action to a group whose revision is made of its artifacts, by the platform that knows how.</summary>
internal sealed class MadeRevisionAction(GroupDeployments deployments, IGroupRevision revision) : GroupAction(deployments)
{
    public override string Provider => revision.Provider;

    protected override IReadOnlyList<string> OtherKeys => revision.Keys;

    protected override Task<(RevisionLocation Revision, AppSpec AppSpec)> RevisionAsync(Application application, ActionRequest request, CancellationToken cancellationToken) =>
        revision.ReadAsync(request, cancellationToken);
}
