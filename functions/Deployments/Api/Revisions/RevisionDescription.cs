using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Revisions;

namespace Sluice.Deployments.Api.Revisions;

/// <summary>Revisions as they are answered.</summary>
internal static class RevisionDescription
{
    public static GenericRevisionInfo Of(ApplicationRevision revision, CurrentRevisions current) => new()
    {
        Description = revision.Description,
        DeploymentGroups = current.GroupsOf(revision.Revision),
        FirstUsedTime = revision.FirstUsedTime,
        LastUsedTime = revision.LastUsedTime,
        RegisterTime = revision.RegisterTime,
    };
}
