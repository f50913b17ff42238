using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Starting;

/// <summary>What a pipeline's deploy action asks for. The platform whose traffic the action moves reads it.</summary>
public interface IActionPlan
{
    /// <summary>The action's provider.</summary>
    string Provider { get; }

    /// <summary>The plan, from the action's configuration, its artifact and the appspec.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    /// <exception cref="ObjectNotFoundException">A part of the artifact is gone.</exception>
    Task<DeploymentPlan> ReadAsync(ActionRequest request, CancellationToken cancellationToken);
}
