using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Builds.Sandboxes;
using Sluice.Lambdas.Builds;
using Sluice.Lambdas.Platform;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.DynamoDb;

namespace Sluice.Lambdas.Tests;

public sealed class StartupTests
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["SLUICE_TABLE"] = "table",
        ["SLUICE_ACCOUNT"] = "123456789012",
        ["SLUICE_BUCKET"] = "bucket",
        ["SLUICE_BUILD_IMAGE"] = "image",
        ["SLUICE_SECRETS_KEY"] = "alias/sluice",
        ["SLUICE_BUILD_CLUSTER"] = "builds",
        ["STATE_MACHINE_PIPELINE"] = "arn:aws:states:us-east-1:123456789012:stateMachine:pipeline",
        ["STATE_MACHINE_ACTION"] = "arn:aws:states:us-east-1:123456789012:stateMachine:action",
        ["STATE_MACHINE_ACTION_INVOKE"] = "arn:aws:states:us-east-1:123456789012:stateMachine:action-invoke",
        ["STATE_MACHINE_BUILD"] = "arn:aws:states:us-east-1:123456789012:stateMachine:build",
        ["STATE_MACHINE_BUILD_BATCH"] = "arn:aws:states:us-east-1:123456789012:stateMachine:build-batch",
        ["STATE_MACHINE_DEPLOY_LAMBDA"] = "arn:aws:states:us-east-1:123456789012:stateMachine:deploy-lambda",
        ["STATE_MACHINE_DEPLOY_ECS"] = "arn:aws:states:us-east-1:123456789012:stateMachine:deploy-ecs",
        ["STATE_MACHINE_NOTIFY"] = "arn:aws:states:us-east-1:123456789012:stateMachine:notify",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };

    [Fact]
    public async Task Every_entry_point_can_be_made_in_aws()
    {
        await using var services = InAws();
        foreach (var type in typeof(Startup).Assembly.GetExportedTypes().Where(IsFunction))
        {
            Should.NotThrow(() => ActivatorUtilities.CreateInstance(services, type), type.Name);
        }
    }

    [Fact]
    public async Task The_ports_are_aws_services()
    {
        await using var services = InAws();
        services.GetRequiredService<ITable>().ShouldBeOfType<DynamoTable>();
        services.GetRequiredService<IObjectStore>().ShouldBeOfType<S3ObjectStore>();
        services.GetRequiredService<IStateMachines>().ShouldBeOfType<StepFunctionsStateMachines>();
        services.GetRequiredService<ISandboxTerminals>().ShouldBeOfType<EcsTerminals>();
    }

    private static bool IsFunction(Type type) => type.GetMethods().Any(method => method.IsDefined(typeof(LambdaFunctionAttribute), inherit: false));

    private static ServiceProvider InAws()
    {
        foreach (var (name, value) in Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        return services.BuildServiceProvider();
    }
}
