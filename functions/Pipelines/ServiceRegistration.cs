using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Sluice.Pipelines.Api;
using Sluice.Pipelines.Executions;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Stages;
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
        AddStores(services);
        AddSources(services);
        services.AddSingleton(p => new CreatePipeline(p.Get<PipelineStore>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new UpdatePipeline(p.Get<PipelineStore>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new GetPipeline(p.Get<PipelineStore>(), p.Get<SourceStates>()));
        services.AddSingleton(p => new ListPipelines(p.Get<PipelineStore>()));
        services.AddSingleton(p => new DeletePipeline(p.Get<PipelineStore>(), p.Get<RunStore>()));
        services.AddSingleton(p => new StartPipelineExecution(p.Get<PipelineStore>(), p.Get<SourceHeads>(), p.Get<RunStarter>()));
        services.AddSingleton(p => new GetPipelineExecution(p.Get<PipelineStore>(), p.Get<RunStore>()));
        services.AddSingleton(p => new StopPipelineExecution(p.Get<RunStore>(), p.Get<ParkedRuns>()));
        services.AddSingleton(p => new NextStage(p.Get<RunStore>(), p.Get<ParkedRuns>(), p.Get<IStateMachines>()));
        services.AddSingleton(p => new RecoverRun(p.Get<RunStore>(), p.Get<ParkedRuns>(), p.Get<ILogger<RecoverRun>>()));
        return services;
    }

    private static void AddStores(IServiceCollection services)
    {
        services.AddSingleton(p => new PipelineStore(p.Get<ITable>()));
        services.AddSingleton(p => new RunStore(p.Get<ITable>(), p.Get<PipelineStore>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new RunStarter(p.Get<ITable>(), p.Get<IIds>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new ParkedRuns(p.Get<RunStore>(), p.Get<IStateMachines>()));
        services.AddSingleton(p => new SourceStates(p.Get<ITable>(), p.Get<TimeProvider>()));
    }

    private static void AddSources(IServiceCollection services)
    {
        AddReaders(services);
        services.AddSingleton(p => new SourceHeads(p.Get<IRefReader>(), p.Get<SourceStates>(), p.Get<PollPace>(), p.Get<TimeProvider>()));
        services.AddSingleton(p => new SourceRetry(p.Get<RunStore>(), p.Get<SourceStates>(), p.Get<IFetchProbe>()));
        services.AddSingleton(p => new PipelinePoll(
            p.Get<SourceHeads>(), p.Get<SourceStates>(), p.Get<RunStarter>(), p.Get<SourceRetry>(), p.Get<TimeProvider>(), p.Get<ILogger<PipelinePoll>>()));
        services.AddSingleton(p => new PollSources(p.Get<PipelineStore>(), p.Get<PipelinePoll>(), p.Get<ILogger<PollSources>>()));
        services.AddSingleton(p => new StartSource(p.Get<RunStore>(), p.Get<PipelineStore>(), p.Get<IObjectStore>(), p.Get<IStateMachines>()));
    }

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
