using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines.Providers.Alarms;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Providers.Invoke;
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
        return services
            .AddUseCase<OwnActionStore>()
            .AddUseCase<OwnActions>()
            .AddUseCase<ActionArtifacts>()
            .AddUseCase<StartAction>()
            .AddUseCase<AdvanceAction>()
            .AddUseCase<ParkAction>()
            .AddUseCase<StopPipelineAction>()
            .AddSingleton<IActionStopper>(provider => provider.GetRequiredService<StopPipelineAction>())
            .AddProvider<GitSource>()
            .AddUseCase<ApprovalResults>()
            .AddProvider<ManualApproval>()
            .AddProvider<StateMachineInvoke>()
            .AddUseCase<AlarmWatches>()
            .AddUseCase<WakeAlarmRules>()
            .AddProvider<AlarmRule>()
            .AddJobs();
    }

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
