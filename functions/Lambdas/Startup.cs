using System.Collections;
using AWS.Lambda.Powertools.Logging;
using Amazon.DynamoDBv2;
using Amazon.ECS;
using Amazon.KeyManagementService;
using Amazon.Lambda.Annotations;
using Amazon.S3;
using Amazon.StepFunctions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Builds.Queueing;
using Sluice.Builds;
using Sluice.Builds.Sandboxes;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Lambdas.Builds;
using Sluice.Lambdas.Deployments;
using Sluice.Lambdas.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Kms;
using Sluice.Platform.Configuration;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;
using Sluice.Signing.Calls;

namespace Sluice.Lambdas;

/// <summary>The suite's services in AWS, once a cold start: DynamoDB, S3 and Step Functions, as the template's variables name them.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called by the generated or built-in Main.</summary>
    /// <exception cref="InvalidConfigurationException">The template's variables are missing or wrong: all of them, before the first invocation.</exception>
    public void ConfigureServices(IServiceCollection services)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        var settings = SuiteSettings.Read(variables);
        services
            .AddLogging(logging => logging.AddPowertoolsLogger(powertools => powertools.Service = "sluice"))
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IIds, RandomIds>()
            .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient())
            .AddSingleton<IAmazonS3>(_ => new AmazonS3Client())
            .AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient())
            .AddSingleton<IAmazonECS>(_ => new AmazonECSClient())
            .AddSingleton<IEcsServiceViews>(p => new EcsServiceViews(Get<IAmazonECS>(p)))
            .AddSingleton<ITable>(p => new DynamoTable(Get<IAmazonDynamoDB>(p), settings.Table, Get<IIds>(p), Get<TimeProvider>(p)))
            .AddSingleton<IObjectStore>(p => new S3ObjectStore(Get<IAmazonS3>(p), Path.GetTempPath()))
            .AddSingleton<IStateMachines>(p => new StepFunctionsStateMachines(Get<IAmazonStepFunctions>(p), settings.Machines))
            .AddSingleton<IAmazonKeyManagementService>(_ => new AmazonKeyManagementServiceClient())
            .AddSingleton<ISecretBox>(p => new KmsSecretBox(Get<IAmazonKeyManagementService>(p), SecretsKey(settings)))
            .AddSingleton(settings.Account)
            .AddSingleton(settings.Builds)
            .AddSingleton(settings.Computes)
            .AddSingleton(settings.Bucket)
            .AddSingleton(settings.Traces)
            .AddSingleton(settings.Upstreams)
            .AddSingleton(settings.Registries)
            .AddSuite();
        if (new AwsEnvironment(variables, new HttpClient(), TimeProvider.System).Keys() is { } keys)
        {
            services.AddSingleton(keys); // With them CodeCommit's repositories are read.
        }

        if (settings.BuildCluster is { } cluster)
        {
            services.AddSingleton<ISandboxTerminals>(p => new EcsTerminals(Get<IAmazonECS>(p), cluster));
        }
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    // Only the functions of an API and of keys are given it, and only they come here.
    private static string SecretsKey(SuiteSettings settings) => settings.SecretsKey
        ?? throw new InvalidConfigurationException([$"{SuiteSettings.SecretsKeyVariable} is missing; expected the KMS key that access keys are encrypted with"]);
}
