namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>Where ECS cannot be asked: no group is refused, and a deployment finds out.</summary>
internal sealed class NoEcsServiceViews : IEcsServiceViews
{
    public Task<EcsServiceView?> FindAsync(ECSService service, CancellationToken cancellationToken) => Task.FromResult<EcsServiceView?>(null);
}
