using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Takes a repository its registry outside. What it took from there stays.</summary>
public sealed class DisassociateExternalConnection : IOperation<DisassociateExternalConnectionRequest, DisassociateExternalConnectionResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal DisassociateExternalConnection(RepositoryStore repositories, RepositoryViews views) => (_repositories, _views) = (repositories, views);

    /// <inheritdoc/>
    public async Task<DisassociateExternalConnectionResult> RunAsync(DisassociateExternalConnectionRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var repository = await _repositories.ChangeAsync(new RepositoryId(input.Domain, input.Repository), before => Without(before, input.ExternalConnection), cancellationToken);
        return new DisassociateExternalConnectionResult { Repository = _views.Describe(repository) };
    }

    private static StoredRepository Without(StoredRepository repository, string connection) => repository.ExternalConnection == connection
        ? repository with { ExternalConnection = null }
        : throw new ApiException(PackageErrors.NotFoundCode, $"The repository '{repository.Name}' has no external connection '{connection}'; it has {repository.ExternalConnection ?? "none"}.");
}
