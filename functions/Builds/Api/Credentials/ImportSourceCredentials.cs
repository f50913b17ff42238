using Sluice.Builds.ControlPlane;
using Sluice.Builds.ControlPlane.Credentials;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Credentials;

/// <summary>Keeps what builds sign in to one kind of git host with, in place of what was there unless that is forbidden.</summary>
public sealed class ImportSourceCredentials(SourceCredentials credentials) : IOperation<ImportSourceCredentialsInput, ImportSourceCredentialsOutput>
{
    /// <inheritdoc/>
    public async Task<ImportSourceCredentialsOutput> RunAsync(ImportSourceCredentialsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        CredentialRules.Faults(input).Throw();
        return await credentials.ImportAsync(input, cancellationToken) is { } arn
            ? new ImportSourceCredentialsOutput { Arn = arn }
            : throw new ApiException(InvalidInput.Exists, $"There is a credential for {input.ServerType} already, and shouldOverwrite is false.");
    }
}
