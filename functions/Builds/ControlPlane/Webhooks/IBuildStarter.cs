namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>Starts builds that deliveries ask for.</summary>
public interface IBuildStarter
{
    /// <summary>Starts the build or the batch with this id; if it is there, it is left as it is.</summary>
    /// <returns>Its id as CodeBuild writes it, <c>project:uuid</c>.</returns>
    Task<string> StartAsync(WebhookBuild build, CancellationToken cancellationToken);
}
