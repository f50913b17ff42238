using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines.Providers.Alarms;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Providers.CloudFormation;
using Sluice.Pipelines.Providers.Ecr;
using Sluice.Pipelines.Providers.Ecs;
using Sluice.Pipelines.Providers.Invoke;
using Sluice.Pipelines.Providers.Packages;
using Sluice.Pipelines.Providers.Pipelines;
using Sluice.Pipelines.Providers.S3;
using Sluice.Pipelines.Providers.Sources;
using Sluice.Pipelines.Providers.StateMachines;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Platform.Actions;
using Sluice.Platform;

namespace Sluice.Pipelines;

/// <summary>Puts the kinds of actions together.</summary>
internal static class ProviderRegistration
{
    public static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.TryAddSingleton<ActionStops>();
        services.TryAddActionDocuments();
        return services
            .AddUseCase<OwnActionStore>()
            .AddUseCase<OwnActions>()
            .AddUseCase<ActionArtifacts>()
            .AddUseCase<StartAction>()
            .AddUseCase<AdvanceAction>()
            .AddUseCase<ParkAction>()
            .AddUseCase<StopPipelineAction>()
            .AddSingleton<IActionStopper>(provider => provider.GetRequiredService<StopPipelineAction>())
            .AddUseCase<SourceFiles>()
            .AddProvider<GitSource>()
            .AddUseCase<ApprovalResults>()
            .AddProvider<ManualApproval>()
            .AddProvider<StateMachineInvoke>()
            .AddUseCase<AlarmWatches>()
            .AddUseCase<WakeAlarmRules>()
            .AddProvider<AlarmRule>()
            .AddStacks()
            .AddUseCase<ImageDefinitions>()
            .AddProvider<ServiceDeploy>()
            .AddProvider<ImageSource>()
            .AddProvider<PackageSource>()
            .AddProvider<ObjectSource>()
            .AddProvider<ObjectDeploy>()
            .AddUseCase<RunOrigins>()
            .AddUseCase<RunWatches>()
            .AddUseCase<WakeInvokingActions>()
            .AddProvider<PipelineInvoke>()
            .AddJobs();
    }

    private static IServiceCollection AddStacks(this IServiceCollection services) => services
        .AddUseCase<StackParameters>()
        .AddUseCase<StackDocuments>()
        .AddUseCase<StackEnds>()
        .AddUseCase<StackWork>()
        .AddUseCase<ChangeSetWork>()
        .AddProvider<CloudFormationDeploy>();

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddUseCase<ActionTypeStore>()
        .AddUseCase<JobRefs>()
        .AddUseCase<JobInputs>()
        .AddUseCase<JobStarts>()
        .AddUseCase<PlanInvoke>()
        .AddUseCase<AwaitAnswer>()
        .AddUseCase<RecoverAction>()
        .AddProvider<InvokeFunction>()
        .AddProvider<WorkerAction>();

    private static IServiceCollection AddProvider<T>(this IServiceCollection services)
        where T : class, IActionProvider => services.AddUseCase<T>().AddSingleton<IActionProvider>(provider => provider.GetRequiredService<T>());
}
