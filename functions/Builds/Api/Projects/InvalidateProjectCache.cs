using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Projects;

/// <summary>Lets the next build of a project find no cache.</summary>
public sealed class InvalidateProjectCache(ProjectStore projects) : IOperation<InvalidateProjectCacheInput, InvalidateProjectCacheOutput>
{
    /// <inheritdoc/>
    public async Task<InvalidateProjectCacheOutput> RunAsync(InvalidateProjectCacheInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await projects.ChangeAsync(input.ProjectName, project => project with { CacheGeneration = project.CacheGeneration + 1 }, cancellationToken);
        return new InvalidateProjectCacheOutput();
    }
}
