using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Lets a repository take packages from a registry outside.</summary>
public sealed class AssociateExternalConnection : IOperation<AssociateExternalConnectionRequest, AssociateExternalConnectionResult>
{
    private readonly RepositoryStore _repositories;
    private readonly UpstreamSettings _upstreams;
    private readonly RepositoryViews _views;

    internal AssociateExternalConnection(RepositoryStore repositories, UpstreamSettings upstreams, RepositoryViews views) => (_repositories, _upstreams, _views) = (repositories, upstreams, views);

    /// <inheritdoc/>
    public async Task<AssociateExternalConnectionResult> RunAsync(AssociateExternalConnectionRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var connection = _upstreams.Find(input.ExternalConnection)
            ?? throw PackageErrors.Invalid($"There is no external connection '{input.ExternalConnection}'; there are: {string.Join(", ", _upstreams.Connections.Select(known => known.Name))}");
        var repository = await _repositories.ChangeAsync(new RepositoryId(input.Domain, input.Repository), before => With(before, connection.Name), cancellationToken);
        return new AssociateExternalConnectionResult { Repository = _views.Describe(repository) };
    }

    private static StoredRepository With(StoredRepository repository, string connection) => repository.ExternalConnection is null || repository.ExternalConnection == connection
        ? repository with { ExternalConnection = connection }
        : throw PackageErrors.Quota($"The repository '{repository.Name}' has the external connection '{repository.ExternalConnection}', and can have one only. Give another repository the second, and make it an upstream.");
}
