using Amazon.DynamoDBv2;
using Amazon.KeyManagementService;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Packages;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Kms;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;

namespace Sluice.PackageServer;

/// <summary>The service of packages on DynamoDB, S3 and KMS.</summary>
internal static class ServerServices
{
    public static IServiceCollection AddServer(this IServiceCollection services, ServerSettings settings) => services
        .AddLogging(logging => logging.AddJsonConsole().AddFilter("Microsoft", LogLevel.Warning))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IIds, RandomIds>()
        .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient())
        .AddSingleton<IAmazonS3>(_ => new AmazonS3Client())
        .AddSingleton<IAmazonKeyManagementService>(_ => new AmazonKeyManagementServiceClient())
        .AddSingleton<ITable>(p => new DynamoTable(Get<IAmazonDynamoDB>(p), settings.Account.Table, Get<IIds>(p), Get<TimeProvider>(p)))
        .AddSingleton<IObjectStore>(p => new S3ObjectStore(Get<IAmazonS3>(p), Path.GetTempPath()))
        .AddSingleton<ISecretBox>(p => new KmsSecretBox(Get<IAmazonKeyManagementService>(p), settings.SecretsKey))
        .AddSingleton(settings.Account.Account)
        .AddSingleton(settings.Account.Bucket)
        .AddSingleton(settings.Registries)
        .AddSingleton(settings.Upstreams)
        .AddPlatform()
        .AddPackages();

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
