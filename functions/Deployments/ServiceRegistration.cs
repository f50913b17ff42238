using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.Alarms;
using Sluice.Deployments.Api.Targets;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Protocol.Claiming;
using Sluice.Deployments.Protocol.Hooks;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Recovery;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Starting;
using Sluice.Deployments.Targets;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;

namespace Sluice.Deployments;

/// <summary>How deployments plug in.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// The use cases, as singletons. They take the ports: <see cref="ITable"/>, the object store, the state machines, ids, time and loggers.
    /// </summary>
    public static IServiceCollection AddDeployments(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(SweepPace.InAws);
        services.TryAddSingleton(StepsAnExecution.InAws);
        services.TryAddSingleton<ActionStops>();
        return services.AddPlatforms().AddRecords().AddControlPlane().AddMachines().AddCodeDeployOperations();
    }

    private static IServiceCollection AddPlatforms(this IServiceCollection services) => services
        .AddSingleton<ShiftPlatforms>()
        .AddKeyedSingleton<IShiftPlatform, LambdaPlatform>(LambdaPlan.Platform)
        .AddKeyedSingleton<IShiftPlatform, EcsPlatform>(EcsPlan.Platform);

    private static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<DeploymentStore>()
        .AddSingleton<DeploymentListing>()
        .AddSingleton<GroupActivities>()
        .AddSingleton<StopRecorder>()
        .AddSingleton<WaitEnder>()
        .AddSingleton<RevisionReader>()
        .AddSingleton<DeploymentStarter>()
        .AddSingleton<TargetReader>()
        .AddSingleton<TargetDescription>();

    private static IServiceCollection AddMachines(this IServiceCollection services) => services
        .AddSingleton<ActionCompletion>()
        .AddSingleton<StartDeployment>()
        .AddSingleton<DeploymentActions>()
        .AddSingleton<IActionStopper>(provider => provider.GetRequiredService<DeploymentActions>())
        .AddSingleton<ClaimTarget>()
        .AddSingleton<PlanShift>()
        .AddSingleton<PlanReplacement>()
        .AddSingleton<NextStep>()
        .AddSingleton<Bake>()
        .AddSingleton<AwaitHook>()
        .AddSingleton<PlanRollback>()
        .AddSingleton<MarkDirty>()
        .AddSingleton<WatchAlarms>()
        .AddSingleton<RecoverDeployment>()
        .AddSingleton<SweepDeployments>();
}
