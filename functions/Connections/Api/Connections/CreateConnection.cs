using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;

namespace Sluice.Connections.Api.Connections;

/// <summary>Makes a connection. It is PENDING until what it signs in with is brought.</summary>
public sealed class CreateConnection : IOperation<CreateConnectionInput, CreateConnectionOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;
    private readonly SuiteAccount _account;
    private readonly IIds _ids;
    private readonly TimeProvider _time;

    internal CreateConnection(ConnectionStore store, ConnectionFinder finder, SuiteAccount account, IIds ids, TimeProvider time) =>
        (_store, _finder, _account, _ids, _time) = (store, finder, account, ids, time);

    /// <inheritdoc/>
    public async Task<CreateConnectionOutput> RunAsync(CreateConnectionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var host = input.HostArn is { } arn ? await _finder.HostAsync(arn, cancellationToken) : null;
        Check(input, host);
        var connection = new StoredConnection(_ids.Uuid(), input.ConnectionName, host?.Provider ?? Providers.Read(input.ProviderType!.Value), host?.Id, _time.GetUtcNow()) { Tags = ConnectionTags.With([], input.Tags) };
        return await _store.CreateAsync(connection, cancellationToken)
            ? new CreateConnectionOutput { ConnectionArn = ConnectionArns.OfConnection(connection.Id, _account, Answers.ServiceOf(context)), Tags = ConnectionTags.Write(connection.Tags) }
            : throw ConnectionErrors.NotFound($"There is no host {input.HostArn} any more.");
    }

    private static void Check(CreateConnectionInput input, StoredHost? host)
    {
        var faults = new RequestFaults();
        faults.Require(input.ProviderType is not null || host is not null, CommonErrors.Validation, "ProviderType: expected it, or a HostArn that says it");
        if (input.ProviderType is { } provider)
        {
            faults.Require(host is null || host.Provider == Providers.Read(provider), CommonErrors.Validation, $"ProviderType: the host is one of {host?.Provider}, not of {provider}");
            faults.Require(host is not null || !GitProviders.HasHosts(Providers.Read(provider)), CommonErrors.Validation, $"HostArn: expected the host that says where the {provider} is");
        }

        faults.Throw();
    }
}
