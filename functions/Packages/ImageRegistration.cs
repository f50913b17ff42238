using Microsoft.Extensions.DependencyInjection;
using Sluice.Packages.Entry;
using Sluice.Packages.Images;
using Sluice.Packages.Images.Blobs;
using Sluice.Packages.Images.Finding;
using Sluice.Packages.Images.Manifests;
using Sluice.Packages.Images.Records;
using Sluice.Packages.Images.Removal;
using Sluice.Packages.Images.Uploads;
using Sluice.Platform;

namespace Sluice.Packages;

/// <summary>Puts the registry of container images together.</summary>
internal static class ImageRegistration
{
    public static IServiceCollection AddImages(this IServiceCollection services) => services
        .AddUseCase<ImageStore>()
        .AddUseCase<UploadStore>()
        .AddUseCase<ImageFinder>()
        .AddUseCase<ImageRemoval>()
        .AddUseCase<NamedParts>()
        .AddUseCase<PullManifest>()
        .AddUseCase<PushManifest>()
        .AddUseCase<DeleteManifest>()
        .AddUseCase<ListTags>()
        .AddUseCase<ListReferrers>()
        .AddUseCase<TakeBlob>()
        .AddUseCase<PullBlob>()
        .AddUseCase<DeleteBlob>()
        .AddUseCase<BeginUpload>()
        .AddUseCase<GoOnUpload>()
        .AddUseCase<ImageRegistry>()
        .AddUseCase<ImageEndpoint>();
}
