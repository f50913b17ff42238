using Sluice.Platform.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Sluice.Builds.Ending;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Builds.Starting;
using Sluice.Builds.Stopping;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds;

/// <summary>CodeBuild's job.</summary>
public static class ServiceRegistration
{
    /// <summary>Registers the use cases. They need ITable, IObjectStore, IStateMachines, TimeProvider and logging; <see cref="SuiteAccount"/> says where the suite is, <see cref="BuildLimit"/> how many builds may run at once.</summary>
    public static IServiceCollection AddBuilds(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(BuildLimit.Default);
        services.AddSingleton<BuildStore>();
        services.AddSingleton<BuildQueueStore>();
        services.AddSingleton<BuildTasks>();
        services.AddSingleton<BuildTurns>();
        services.AddSingleton(p => new StartBuild(
            Get<BuildStore>(p), Get<SuiteAccount>(p), Get<IObjectStore>(p), Get<IStateMachines>(p), Get<TimeProvider>(p), Get<ILogger<StartBuild>>(p)));
        services.AddSingleton(p => new BeginBuild(Get<BuildStore>(p), Get<BuildTurns>(p)));
        services.AddSingleton(p => new AwaitBuildStop(Get<BuildStore>(p), Get<IStateMachines>(p)));
        services.AddSingleton(p => new StopBuild(Get<BuildStore>(p), Get<BuildTurns>(p), Get<IStateMachines>(p)));
        services.AddSingleton(p => new EndBuild(
            Get<BuildStore>(p), Get<BuildTurns>(p), Get<BuildTasks>(p), Get<SuiteAccount>(p), Get<IObjectStore>(p), Get<IStateMachines>(p), Get<TimeProvider>(p), Get<ILogger<EndBuild>>(p)));
        return services.AddSingleton(p => new RecoverBuild(Get<EndBuild>(p), Get<ILogger<RecoverBuild>>(p)));
    }

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
