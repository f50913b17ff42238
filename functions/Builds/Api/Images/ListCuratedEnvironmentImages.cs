using Sluice.Builds.ControlPlane.Images;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Images;

/// <summary>Lists the names of images that mean the build host, or a container of its own.</summary>
public sealed class ListCuratedEnvironmentImages : IOperation<ListCuratedEnvironmentImagesInput, ListCuratedEnvironmentImagesOutput>
{
    /// <inheritdoc/>
    public Task<ListCuratedEnvironmentImagesOutput> RunAsync(ListCuratedEnvironmentImagesInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(new ListCuratedEnvironmentImagesOutput { Platforms = CuratedImages.Platforms });
}
