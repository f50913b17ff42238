using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.Alarms;
using Sluice.Deployments.Api.Targets;
using Sluice.Deployments.ControlPlane.Actions;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Notifying;
using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Protocol.Claiming;
using Sluice.Deployments.Protocol.Hooks;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Recovery;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Starting;
using Sluice.Deployments.Targets;
using Sluice.Deployments.Tracing;
using Sluice.Platform;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Tracing;

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
        services.TryAddActionDocuments();
        return services.AddPlatforms().AddRecords().AddControlPlane().AddMachines().AddCodeDeployOperations();
    }

    private static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddUseCase<DeploymentStore>()
        .AddUseCase<DeploymentListing>()
        .AddUseCase<GroupActivities>()
        .AddUseCase<StopRecorder>()
        .AddUseCase<WaitEnder>()
        .AddUseCase<RevisionReader>()
        .AddUseCase<DeploymentStarter>()
        .AddUseCase<TargetReader>()
        .AddUseCase<TargetDescription>()
        .AddUseCase<DeploymentTraces>()
        .AddSingleton<ITraceSource>(provider => provider.GetRequiredService<DeploymentTraces>());

    private static IServiceCollection AddMachines(this IServiceCollection services) => services
        .AddUseCase<ActionCompletion>()
        .AddUseCase<ActionDeployments>()
        .AddUseCase<GroupDeployments>()
        .AddSingleton<IDeployAction>(provider => ActivatorUtilities.CreateInstance<CodeDeployAction>(provider))
        .AddSingleton<IDeployAction>(provider => ActivatorUtilities.CreateInstance<MadeRevisionAction>(provider))
        .AddUseCase<StartDeployment>()
        .AddUseCase<DeploymentActions>()
        .AddSingleton<IActionStopper>(provider => provider.GetRequiredService<DeploymentActions>())
        .AddUseCase<ClaimTarget>()
        .AddUseCase<NextStep>()
        .AddUseCase<Bake>()
        .AddUseCase<AwaitHook>()
        .AddUseCase<PlanRollback>()
        .AddUseCase<MarkDirty>()
        .AddUseCase<WatchAlarms>()
        .AddUseCase<NotifyTriggers>()
        .AddUseCase<RecoverDeployment>()
        .AddUseCase<SweepDeployments>();
}
