using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Connections.Api;
using Sluice.Connections.Api.Connections;
using Sluice.Connections.Api.Hosts;
using Sluice.Connections.Api.Tags;
using Sluice.Connections.Deliveries;
using Sluice.Platform;
using Sluice.Platform.Accounts;

namespace Sluice.Connections;

/// <summary>CodeConnections' job.</summary>
public static class ServiceRegistration
{
    /// <summary>What is served under the service's older name: all that is of its model.</summary>
    private static readonly Type[] _old =
    [
        typeof(CreateConnection), typeof(GetConnection), typeof(ListConnections), typeof(DeleteConnection), typeof(CreateHost), typeof(GetHost), typeof(ListHosts), typeof(UpdateHost), typeof(DeleteHost),
        typeof(TagResource), typeof(UntagResource), typeof(ListTagsForResource),
    ];

    /// <summary>Registers the operations under both names of the service. They need the platform with ITable and ISecretBox.</summary>
    public static IServiceCollection AddConnections(this IServiceCollection services)
    {
        services.TryAddSingleton(SuiteAccount.OneMachine);
        services.TryAddSingleton(provider => new GitHostApi(GitHostApi.NewClient(), provider.GetRequiredService<TimeProvider>()));
        foreach (var operation in _old)
        {
            services.AddSingleton(new OperationRegistration(ConnectionArns.OldService, operation));
        }

        return services.AddCodeConnectionsOperations().AddUseCase<ConnectionFinder>().AddUseCase<ConnectionHooks>().AddUseCase<DeliveryEntry>().AddUseCase<ConnectionsEndpoint>();
    }
}
