namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>
/// Shows ECS services, so that a group of one that cannot be deployed is refused when it is made and not when it is used. Only ECS's own answer can tell,
/// so whoever composes the suite supplies it.
/// </summary>
public interface IEcsServiceViews
{
    /// <summary>The service as it is; null if that cannot be told now, and then a group is not refused for it.</summary>
    /// <exception cref="Platform.Protocol.ApiException">It must be told and cannot be: what is in the way.</exception>
    Task<EcsServiceView?> FindAsync(ECSService service, CancellationToken cancellationToken);
}
