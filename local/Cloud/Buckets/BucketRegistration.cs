using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Listing;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Local.Cloud.Models;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.RestXml;

namespace Sluice.Local.Cloud.Buckets;

/// <summary>S3 on this machine.</summary>
internal static class BucketRegistration
{
    /// <summary>Adds S3, and the object store that sees its objects.</summary>
    /// <param name="services">With a table, ids and time.</param>
    /// <param name="files">Where bytes are, and what buckets that nobody created have.</param>
    /// <param name="identity">Whose the buckets are.</param>
    public static IServiceCollection AddBuckets(this IServiceCollection services, IObjectStore files, CloudIdentity identity) => services
        .AddSingleton(new BucketOwner(identity))
        .AddSingleton<BucketStore>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<ContentStore>(provider, files))
        .AddSingleton<BucketNotices>()
        .AddSingleton<ObjectTable>()
        .AddSingleton<ObjectWriter>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<Newcomers>(provider, files))
        .AddSingleton<ObjectReader>()
        .AddSingleton<UploadStore>()
        .AddSingleton<LooseEnds>()
        .AddSingleton<Lister>()
        .AddSingleton<VersionLister>()
        .AddSingleton<ObjectTagger>()
        .AddSingleton<IObjectStore>(provider => ActivatorUtilities.CreateInstance<BucketObjects>(provider, files))
        .AddSingleton(provider => new RestXmlService(CloudModel.Service("s3"), provider.GetRequiredService<OperationCatalog>(), provider))
        .AddSingleton<BucketService>()
        .AddS3Operations();
}
