using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Starting;

/// <summary>Makes what a deployment group is to deploy of an action's artifacts, where it is more than a revision that is there. The platform whose it is registers it.</summary>
public interface IGroupRevision
{
    /// <summary>The action's provider.</summary>
    string Provider { get; }

    /// <summary>Those of the action's configuration, beside application and group.</summary>
    IReadOnlyList<string> Keys { get; }

    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    /// <exception cref="ObjectNotFoundException">A part of an artifact is gone.</exception>
    Task<(RevisionLocation Revision, AppSpec AppSpec)> ReadAsync(ActionRequest request, CancellationToken cancellationToken);
}
