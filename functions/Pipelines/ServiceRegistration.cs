using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.ControlPlane.Tags;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Stages;
using Sluice.Platform;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;
using Sluice.Platform.Tables;

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
            .AddUseCase<SourceHeads>()
            .AddUseCase<SourceRetry>()
            .AddUseCase<PipelinePoll>()
            .AddUseCase<PollSources>()
            .AddUseCase<PipelineCatalog>()
            .AddUseCase<PipelineDeletion>()
            .AddUseCase<ReportedVariables>()
            .AddUseCase<Rollbacks>()
            .AddUseCase<NextStage>()
            .AddUseCase<RecoverRun>();
    }

    private static IServiceCollection AddActionTypes(this IServiceCollection services) =>
        services.AddUseCase<ActionTypeList>().AddUseCase<CustomActionTypes>().AddUseCase<PartnerActionTypes>()
            .AddUseCase<ActionTypeTags>().AddSingleton<ITagged>(provider => provider.GetRequiredService<ActionTypeTags>());

    private static IServiceCollection AddJobs(this IServiceCollection services) =>
        services.AddUseCase<JobFinder>().AddUseCase<JobQueue>().AddUseCase<JobOutputs>().AddUseCase<JobResults>().AddUseCase<JobViews>();

    private static IServiceCollection AddExecutions(this IServiceCollection services) => services
        .AddUseCase<ExecutionStarts>()
        .AddUseCase<ExecutionStops>()
        .AddUseCase<ExecutionViews>()
        .AddUseCase<RunPages>()
        .AddUseCase<RunHistory>()
        .AddUseCase<ActionHistory>()
        .AddUseCase<RuleHistory>()
        .AddUseCase<DeployTargets>()
        .AddUseCase<StageChanges>()
        .AddUseCase<StageTransitions>()
        .AddUseCase<PipelineStates>()
        .AddUseCase<ResourceTags>()
        .AddUseCase<PipelineTags>()
        .AddSingleton<ITagged>(provider => provider.GetRequiredService<PipelineTags>());

    private static void AddReaders(IServiceCollection services)
    {
        services.TryAddSingleton(PollPace.Default);
        services.TryAddSingleton(p => new HttpRefReader(HttpRefReader.NewClient(), p.Get<TimeProvider>(), p.Get<PollPace>()));
        services.TryAddSingleton(p => new HttpFetchProbe(HttpRefReader.NewClient(), p.Get<TimeProvider>()));
        services.TryAddSingleton<IRefReader>(p => new RefReader(p.Get<HttpRefReader>()));
        services.TryAddSingleton<IFetchProbe>(p => new FetchProbe(p.Get<HttpFetchProbe>(), p.GetService<IFolderProbe>()));
    }

    private static T Get<T>(this IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
