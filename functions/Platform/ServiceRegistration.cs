using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Tokens;
using Sluice.Platform.Actions;
using Sluice.Platform.Connections;
using Sluice.Platform.Events;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Tables;
using Sluice.Platform.Tracing;

namespace Sluice.Platform;

/// <summary>What the platform itself offers. The adapters of ITable, IObjectStore, IStateMachines and ISecretBox are the composition root's choice.</summary>
public static class ServiceRegistration
{
    /// <summary>Registers the platform's use cases, and real time and ids unless there are others already.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIds, RandomIds>();
        services.TryAddSingleton<ActionStops>();
        services.TryAddActionDocuments();
        services.TryAddPackageTokens();
        services.TryAddSingleton(provider => new InstallationTokens(GitHostClient.Create(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IConnections>(provider => new TableConnections(provider.GetRequiredService<ConnectionStore>(), provider.GetRequiredService<InstallationTokens>()));
        services.TryAddSingleton(provider => new GitHostApi(GitHostApi.NewClient(), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<CommitReports>()
            .AddSingleton<ConnectionStore>()
            .AddSingleton<ClaimStore>()
            .AddSingleton<EventEnricher>()
            .AddSingleton<ExecutionStarter>()
            .AddSingleton<ServiceModels>()
            .AddSingleton<OperationCatalog>()
            .AddSingleton<ApiEndpoint>()
            .AddSingleton<AccessKeyStore>()
            .AddSingleton<AccessKeys>()
            .AddSingleton<RequestAuthentication>()
            .AddSingleton<GitAuthentication>()
            .AddSingleton<IRequestGate, RequestGate>()
            .AddTracing();
    }
}
