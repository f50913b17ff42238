using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Api.Pipelines;
using Sluice.Pipelines.Api;
using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Providers.Pipelines;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Reporting;
using Sluice.Pipelines.Sources.Packs;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tracing;
using Sluice.Platform.Access;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;
using Sluice.Platform.Tracing;
using Sluice.Platform;
using Sluice.Signing.Calls;

namespace Sluice.Pipelines;

/// <summary>Puts the service together.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// Adds the use cases; they take <see cref="ITable"/>, <see cref="IObjectStore"/>, <see cref="IStateMachines"/>, <see cref="IIds"/>,
    /// <see cref="TimeProvider"/> and loggers from the container. An <see cref="IRefReader"/> or <see cref="IFetchProbe"/> that is there already is used.
    /// </summary>
    public static IServiceCollection AddPipelines(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(UnavailableKinds.None);
        services.TryAddSingleton(p => new GitHostApi(GitHostApi.NewClient(), p.Get<TimeProvider>()));
        services.TryAddSingleton<ICodeCommitAddresses>(p => new CodeCommitHttps(p.Get<SuiteAccount>()));
        AddReaders(services);
        return services
            .AddCodePipelineOperations()
            .AddProviders()
            .AddExecutions()
            .AddActionTypes()
            .AddJobs()
            .AddUseCase<PipelineStore>()
            .AddUseCase<StageLocks>()
            .AddUseCase<RunVariables>()
            .AddUseCase<PipelineRunStore>()
            .AddUseCase<RunStarter>()
            .AddUseCase<ParkedRuns>()
            .AddUseCase<SourceStates>()
            .AddSingleton(p => new GitRepositoriesOfActions(p.Get<IConnections>, p.Get<ICodeCommitAddresses>()))
            .AddSingleton<ISourceReader>(p => new GitSourceReader(p.Get<IRefReader>(), p.Get<GitRepositoriesOfActions>()))
            .AddSingleton<ISourceReader>(p => new S3SourceReader(p.Get<IObjectStore>()))
            .AddUseCase<TriggerLooks>()
            .AddUseCase<SourceHeads>()
            .AddUseCase<SourceRetry>()
            .AddUseCase<PipelinePoll>()
            .AddUseCase<PollSources>()
            .AddUseCase<LookAtChanged>()
            .AddUseCase<DeliveredEvents>()
            .AddUseCase<DeliveredStarts>()
            .AddUseCase<TakeRepositoryChange>()
            .AddSingleton(p => new ReportRun(p.Get<PipelineRunStore>(), p.Get<PipelineStore>(), p.Get<IConnections>, p.Get<CommitReports>))
            .AddUseCase<TypesHere>()
            .AddSingleton(p => new GitHubTokens(p.Get<ConnectionStore>, p.Get<IIds>(), p.Get<TimeProvider>()))
            .AddUseCase<PipelineCatalog>()
            .AddUseCase<PipelineDeletion>()
            .AddUseCase<ReportedVariables>()
            .AddUseCase<CarriedDocuments>()
            .AddUseCase<Rollbacks>()
            .AddUseCase<NextStage>()
            .AddUseCase<RecoverRun>()
            .AddUseCase<RunTraces>()
            .AddSingleton<ITraceSource>(p => p.Get<RunTraces>());
    }

    private static IServiceCollection AddActionTypes(this IServiceCollection services) =>
        services.AddUseCase<MadeTypes>().AddUseCase<Shown>().AddUseCase<ActionTypeList>().AddUseCase<CustomActionTypes>().AddUseCase<PartnerActionTypes>()
            .AddUseCase<ActionTypeTags>().AddSingleton<ITagged>(provider => provider.GetRequiredService<ActionTypeTags>());

    private static IServiceCollection AddJobs(this IServiceCollection services) =>
        services.AddUseCase<JobFinder>().AddUseCase<JobQueue>().AddUseCase<JobOutputs>().AddUseCase<JobResults>().AddUseCase<JobViews>();

    private static IServiceCollection AddExecutions(this IServiceCollection services) => services
        .AddUseCase<ExecutionStarts>()
        .AddUseCase<PipelineStarts>()
        .AddSingleton<IPipelineStarts>(provider => provider.GetRequiredService<PipelineStarts>())
        .AddUseCase<ExecutionStops>()
        .AddUseCase<ExecutionViews>()
        .AddUseCase<RunPages>()
        .AddUseCase<RunHistory>()
        .AddUseCase<RunScopes>()
        .AddUseCase<ActionHistory>()
        .AddUseCase<RuleHistory>()
        .AddUseCase<DeployTargets>()
        .AddUseCase<StageChanges>()
        .AddUseCase<StageTransitions>()
        .AddUseCase<ActionNotes>()
        .AddUseCase<ActionStates>()
        .AddUseCase<StageStates>()
        .AddUseCase<PipelineStates>()
        .AddUseCase<EventStarts>()
        .AddUseCase<RevisionReports>()
        .AddUseCase<WebhookStore>()
        .AddUseCase<WebhookCatalog>()
        .AddUseCase<WebhookViews>()
        .AddSingleton<ITagged>(provider => provider.GetRequiredService<WebhookCatalog>())
        .AddSingleton(p => new WebhookHosts(p.Get<WebhookStore>(), p.Get<PipelineStore>(), p.Get<IConnections>, p.Get<GitHostApi>(), p.Get<ISecretBox>()))
        .AddUseCase<WebhookEntry>()
        .AddUseCase<CodePipelineEndpoint>()
        .AddUseCase<ResourceTags>()
        .AddUseCase<PipelineTags>()
        .AddSingleton<ITagged>(provider => provider.GetRequiredService<PipelineTags>());

    private static void AddReaders(IServiceCollection services)
    {
        services.TryAddSingleton(PollPace.Default);
        services.TryAddSingleton(p => new HostGates(p.Get<TimeProvider>(), p.Get<PollPace>()));
        services.TryAddSingleton(p => new HttpRefReader(HttpRefReader.NewClient(), p.Get<TimeProvider>(), p.Get<PollPace>(), p.Get<HostGates>()));
        services.TryAddSingleton(p => new HttpFetchProbe(HttpRefReader.NewClient(), p.Get<TimeProvider>()));
        services.TryAddSingleton(p => new HttpPacks(HttpRefReader.NewClient(), p.Get<HostGates>(), p.Get<TimeProvider>()));
        services.TryAddSingleton(p => new SshRepositories(p.Get<HostGates>(), p.Get<TimeProvider>()));

        // Not before it is used: who reads no private source has no key to open connections with.
        services.TryAddSingleton(p => new GitAccess(() => p.Get<IConnections>(), p.GetService<IKeySource>(), p.Get<TimeProvider>()));
        services.TryAddSingleton(p => new GitHistory(p.Get<GitAccess>(), p.Get<HttpPacks>(), p.Get<SshRepositories>(), p.GetService<IFolderHistory>()));
        services.TryAddSingleton<IChangedPaths>(p => p.Get<GitHistory>());
        services.TryAddSingleton<ICommitReader>(p => p.Get<GitHistory>());
        services.TryAddSingleton<ICommitFiles>(p => p.Get<GitHistory>());
        services.TryAddSingleton<IRefReader>(p => new RefReader(p.Get<HttpRefReader>(), p.Get<GitAccess>(), p.Get<SshRepositories>(), p.GetService<IFolderHistory>()));
        services.TryAddSingleton<IFetchProbe>(p => new FetchProbe(p.Get<HttpFetchProbe>(), p.GetService<IFolderProbe>(), p.Get<GitAccess>(), p.Get<SshRepositories>()));
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
