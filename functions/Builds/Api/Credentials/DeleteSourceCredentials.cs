using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Credentials;

/// <summary>Forgets a credential. Builds that have begun keep it.</summary>
public sealed class DeleteSourceCredentials(SourceCredentials credentials) : IOperation<DeleteSourceCredentialsInput, DeleteSourceCredentialsOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteSourceCredentialsOutput> RunAsync(DeleteSourceCredentialsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await credentials.DeleteAsync(input.Arn, cancellationToken);
        return new DeleteSourceCredentialsOutput { Arn = input.Arn };
    }
}
