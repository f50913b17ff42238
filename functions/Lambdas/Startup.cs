using System.Globalization;
using AWS.Lambda.Powertools.Logging;
using Amazon.DynamoDBv2;
using Amazon.ECS;
using Amazon.KeyManagementService;
using Amazon.Lambda.Annotations;
using Amazon.S3;
using Amazon.StepFunctions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Builds;
using Sluice.Builds.Queueing;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Lambdas.Deployments;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Kms;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;

namespace Sluice.Lambdas;

/// <summary>The suite's services in AWS, once a cold start: DynamoDB, S3 and Step Functions, as the template's variables name them.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>The variables that name machines, and the names by which services ask for them.</summary>
    private static readonly Dictionary<string, string> Machines = new(StringComparer.Ordinal)
    {
        ["pipeline"] = "STATE_MACHINE_PIPELINE",
        ["build"] = "STATE_MACHINE_BUILD",
        ["deploy-lambda"] = "STATE_MACHINE_DEPLOY_LAMBDA",
        ["deploy-ecs"] = "STATE_MACHINE_DEPLOY_ECS",
    };

    /// <summary>Called by the generated or built-in Main.</summary>
    public void ConfigureServices(IServiceCollection services) => services
        .AddLogging(logging => logging.AddPowertoolsLogger(powertools => powertools.Service = "sluice"))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IIds, RandomIds>()
        .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient())
        .AddSingleton<IAmazonS3>(_ => new AmazonS3Client())
        .AddSingleton<IAmazonStepFunctions>(_ => new AmazonStepFunctionsClient())
        .AddSingleton<IAmazonECS>(_ => new AmazonECSClient())
        .AddSingleton<IEcsServiceViews>(p => new EcsServiceViews(Get<IAmazonECS>(p)))
        .AddSingleton<ITable>(p => new DynamoTable(Get<IAmazonDynamoDB>(p), Required("SLUICE_TABLE"), Get<IIds>(p), Get<TimeProvider>(p)))
        .AddSingleton<IObjectStore>(p => new S3ObjectStore(Get<IAmazonS3>(p), Path.GetTempPath()))
        .AddSingleton<IStateMachines>(p => new StepFunctionsStateMachines(Get<IAmazonStepFunctions>(p), MachineArns()))
        .AddSingleton<IAmazonKeyManagementService>(_ => new AmazonKeyManagementServiceClient())
        .AddSingleton<ISecretBox>(p => new KmsSecretBox(Get<IAmazonKeyManagementService>(p), Required("SLUICE_SECRETS_KEY")))
        .AddSingleton(_ => new SuiteAccount(Required("AWS_REGION"), Required("SLUICE_ACCOUNT")))
        .AddSingleton(_ => Builds())
        .AddSuite();

    private static BuildLimit Builds() =>
        int.TryParse(Environment.GetEnvironmentVariable("SLUICE_BUILDS_AT_ONCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new BuildLimit(count)
            : BuildLimit.Default;

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Only the function that starts executions is given them; the others only complete tokens.</summary>
    private static Dictionary<string, string> MachineArns() => Machines
        .Select(machine => (machine.Key, Arn: Environment.GetEnvironmentVariable(machine.Value)))
        .Where(machine => machine.Arn is { Length: > 0 })
        .ToDictionary(machine => machine.Key, machine => machine.Arn!, StringComparer.Ordinal);

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {variable} is not set; the template sets it.");
}
