using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Starting;

/// <summary>A kind of deploy action. Who knows what it asks for registers it.</summary>
public interface IDeployAction
{
    /// <summary>The action's provider.</summary>
    string Provider { get; }

    /// <summary>Checks what is asked for whole, and makes the deployment.</summary>
    /// <returns>Whether it was made; not if another call was faster.</returns>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    /// <exception cref="ObjectNotFoundException">A part of the artifact is gone.</exception>
    /// <exception cref="ApiException">What the action names is not there, or lets nothing be deployed to it now.</exception>
    Task<bool> StartAsync(ActionRequest request, CancellationToken cancellationToken);
}
