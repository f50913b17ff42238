using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Builds.Api;
using Sluice.Builds.Api.BuildBatches;
using Sluice.Builds.Api.Builds;
using Sluice.Builds.Api.Open;
using Sluice.Builds.Api.Progress;
using Sluice.Builds.Api.Sandboxes;
using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Builds.ControlPlane.Fleets;
using Sluice.Builds.ControlPlane.Policies;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.ControlPlane.Reports;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Builds.Ending;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Builds.Sandboxes;
using Sluice.Builds.Starting;
using Sluice.Builds.Statuses;
using Sluice.Builds.Stopping;
using Sluice.Builds.Tracing;
using Sluice.Platform;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tracing;

namespace Sluice.Builds;

/// <summary>CodeBuild's job.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// Registers the use cases. They need ITable, <see cref="ISecretBox"/>, <see cref="IObjectStore"/>, <see cref="IStateMachines"/>, <see cref="TimeProvider"/> and logging; <see cref="SuiteAccount"/> says where the suite is,
    /// <see cref="BuildLimit"/> how many builds may run at once, <see cref="BuildComputes"/> on what, <see cref="ReportRetention"/> how long reports are kept, <see cref="ISandboxTerminals"/> how sandboxes are looked into.
    /// </summary>
    public static IServiceCollection AddBuilds(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(BuildLimit.Default);
        services.TryAddSingleton(BuildComputes.OneMachine);
        services.TryAddSingleton(SuiteBucket.OneMachine);
        services.TryAddSingleton(ReportRetention.Default);
        services.TryAddSingleton<ISandboxTerminals, NoSandboxTerminals>();
        services.TryAddSingleton<ActionStops>();
        services.TryAddActionDocuments();
        services.TryAddPackageTokens();
        services.TryAddSingleton<IBuildStarter>(provider => provider.GetRequiredService<WebhookBuilds>());
        services.TryAddSingleton<IBranchBuilds>(provider => provider.GetRequiredService<BranchBuilds>());
        return services.AddCodeBuildOperations().AddUseCase<CodeBuildEndpoint>().AddUseCase<WebhookEntry>().AddUseCase<BadgeEntry>().AddUseCase<PublicBuildsEntry>().AddUseCase<OpenEntries>().AddProjects().AddReports().AddBuildRuns().AddBatches().AddSandboxes();
    }

    private static IServiceCollection AddProjects(this IServiceCollection services) => services
        .AddUseCase<ProjectStore>()
        .AddUseCase<ProjectAnswer>()
        .AddUseCase<CredentialStore>()
        .AddUseCase<SourceCredentials>()
        .AddUseCase<FleetStore>()
        .AddUseCase<FleetCapacities>()
        .AddUseCase<ResourcePolicies>()
        .AddUseCase<PendingBuilds>();

    private static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddUseCase<ReportGroupStore>()
        .AddUseCase<ReportStore>()
        .AddUseCase<ReportContents>()
        .AddUseCase<ReportDeletion>()
        .AddUseCase<ReportExport>()
        .AddUseCase<ReportImport>()
        .AddUseCase<TestHistories>()
        .AddUseCase<BuildReports>();

    private static IServiceCollection AddBuildRuns(this IServiceCollection services) => services
        .AddUseCase<BuildStore>()
        .AddUseCase<BuildTraces>()
        .AddSingleton<ITraceSource>(provider => provider.GetRequiredService<BuildTraces>())
        .AddUseCase<BuildListing>()
        .AddUseCase<BranchBuilds>()
        .AddUseCase<BuildFinder>()
        .AddUseCase<BuildAnswer>()
        .AddUseCase<ToldBuilds>()
        .AddUseCase<BuildQueueStore>()
        .AddUseCase<ShardDurations>()
        .AddUseCase<ConnectedSource>()
        .AddUseCase<BuildJobs>()
        .AddUseCase<BuildTasks>()
        .AddUseCase<BuildResults>()
        .AddUseCase<BuildTurns>()
        .AddUseCase<IdempotencyTokens>()
        .AddUseCase<BuildRequests>()
        .AddUseCase<WebhookBuilds>()
        .AddUseCase<ActionInputs>()
        .AddUseCase<ActionBatches>()
        .AddUseCase<StartBuildAction>()
        .AddUseCase<BeginBuild>()
        .AddUseCase<AwaitBuildStop>()
        .AddUseCase<BuildStopper>()
        .AddUseCase<StopBuildAction>()
        .AddSingleton<IActionStopper>(provider => provider.GetRequiredService<StopBuildAction>())
        .AddUseCase<AfterBuild>()
        .AddUseCase<EndBuild>()
        .AddUseCase<RecoverBuild>()
        .AddUseCase<BuildHosts>()
        .AddUseCase<ReportBuild>();

    private static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddUseCase<BatchStore>()
        .AddUseCase<BatchListing>()
        .AddUseCase<BatchProgress>()
        .AddUseCase<BatchRequests>()
        .AddUseCase<BatchAnswer>()
        .AddUseCase<BatchFinder>()
        .AddUseCase<BatchPages>()
        .AddUseCase<BeginBatch>()
        .AddUseCase<EndBatch>()
        .AddUseCase<BatchReports>();

    private static IServiceCollection AddSandboxes(this IServiceCollection services) => services
        .AddUseCase<SandboxCommands>()
        .AddUseCase<SandboxFinder>()
        .AddUseCase<SandboxAnswer>()
        .AddUseCase<CommandAnswer>();
}
