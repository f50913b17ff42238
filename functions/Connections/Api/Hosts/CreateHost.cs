using System.Text.Json;
using Sluice.Connections.Rules;
using Sluice.Platform.Accounts;
using Sluice.Platform.Api;
using Sluice.Platform.Ids;
using Sluice.Platform.Json;

namespace Sluice.Connections.Api.Hosts;

/// <summary>Says where a provider is that somebody installed. It is AVAILABLE at once: nothing is set up at it.</summary>
public sealed class CreateHost(ConnectionStore store, SuiteAccount account, IIds ids, TimeProvider time) : IOperation<CreateHostInput, CreateHostOutput>
{
    /// <inheritdoc/>
    public async Task<CreateHostOutput> RunAsync(CreateHostInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var faults = new RequestFaults();
        HostRules.CheckEndpoint(faults, input.ProviderEndpoint);
        faults.Require(GitProviders.HasHosts(Providers.Read(input.ProviderType)), CommonErrors.Validation, $"ProviderType: {input.ProviderType} has no hosts; expected GitHubEnterpriseServer or GitLabSelfManaged");
        faults.Throw();
        var host = new StoredHost(HostRules.IdOf(input.Name, ids.Uuid()), input.Name, Providers.Read(input.ProviderType), input.ProviderEndpoint, time.GetUtcNow())
        {
            Tags = ConnectionTags.With([], input.Tags),
            Vpc = JsonSerializer.SerializeToNode(input.VpcConfiguration, SluiceJson.Options),
        };
        await store.CreateHostAsync(host, cancellationToken);
        return new CreateHostOutput { HostArn = ConnectionArns.OfHost(host.Id, account, Answers.ServiceOf(context)), Tags = ConnectionTags.Write(host.Tags) };
    }
}
