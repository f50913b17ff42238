using System.Text.Json;
using Sluice.Connections.Rules;
using Sluice.Platform.Api;
using Sluice.Platform.Json;

namespace Sluice.Connections.Api.Hosts;

/// <summary>Says that a host is somewhere else now. What signs in by it is sent there from then on.</summary>
public sealed class UpdateHost : IOperation<UpdateHostInput, UpdateHostOutput>
{
    private readonly ConnectionStore _store;
    private readonly ConnectionFinder _finder;

    internal UpdateHost(ConnectionStore store, ConnectionFinder finder) => (_store, _finder) = (store, finder);

    /// <inheritdoc/>
    public async Task<UpdateHostOutput> RunAsync(UpdateHostInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var host = await _finder.HostAsync(input.HostArn, cancellationToken);
        if (input.ProviderEndpoint is { } endpoint)
        {
            var faults = new RequestFaults();
            HostRules.CheckEndpoint(faults, endpoint);
            faults.Throw();
        }

        return await _store.ChangeHostAsync(host, before => Changed(before, input), cancellationToken) is not null
            ? new UpdateHostOutput()
            : throw ConnectionErrors.NotFound($"There is no host {input.HostArn} any more.");
    }

    private static StoredHost Changed(StoredHost host, UpdateHostInput input) => host with
    {
        Endpoint = input.ProviderEndpoint ?? host.Endpoint,
        Vpc = input.VpcConfiguration is null ? host.Vpc : JsonSerializer.SerializeToNode(input.VpcConfiguration, SluiceJson.Options),
    };
}
