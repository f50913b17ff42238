using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Credentials;

/// <summary>Lists for which kinds of git hosts there is a credential. Tokens are never answered.</summary>
public sealed class ListSourceCredentials(SourceCredentials credentials) : IOperation<ListSourceCredentialsInput, ListSourceCredentialsOutput>
{
    /// <inheritdoc/>
    public async Task<ListSourceCredentialsOutput> RunAsync(ListSourceCredentialsInput input, OperationContext context, CancellationToken cancellationToken) =>
        new ListSourceCredentialsOutput { SourceCredentialsInfos = await credentials.ListAsync(cancellationToken) };
}
