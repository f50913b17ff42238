using System.Text.Json;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;

namespace Sluice.Connections.Rules;

/// <summary>What is stored as the API shows it. What signs in is never shown.</summary>
internal static class Answers
{
    private const string HostIsAvailable = "AVAILABLE";

    public static Connection Of(StoredConnection connection, SuiteAccount account, OperationContext context) => new()
    {
        ConnectionName = connection.Name,
        ConnectionArn = ConnectionArns.OfConnection(connection.Id, account, ServiceOf(context)),
        ProviderType = Providers.Write(connection.Provider),
        OwnerAccountId = account.AccountId,
        ConnectionStatus = connection.IsAvailable ? ConnectionStatus.AVAILABLE : ConnectionStatus.PENDING,
        HostArn = connection.HostId is { } host ? ConnectionArns.OfHost(host, account, ServiceOf(context)) : null,
    };

    public static Host Of(StoredHost host, SuiteAccount account, OperationContext context) => new()
    {
        Name = host.Name,
        HostArn = ConnectionArns.OfHost(host.Id, account, ServiceOf(context)),
        ProviderType = Providers.Write(host.Provider),
        ProviderEndpoint = host.Endpoint,
        VpcConfiguration = host.Vpc.Deserialize<VpcConfiguration>(SluiceJson.Options),
        Status = HostIsAvailable,
    };

    public static string ServiceOf(OperationContext context) => context.Service ?? ConnectionArns.Service;
}
