using Sluice.Packages.Entry;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Where a repository's registry is, for the clients of a format.</summary>
public sealed class GetRepositoryEndpoint : IOperation<GetRepositoryEndpointRequest, GetRepositoryEndpointResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RegistryAddress _address;

    internal GetRepositoryEndpoint(RepositoryStore repositories, RegistryAddress address) => (_repositories, _address) = (repositories, address);

    /// <inheritdoc/>
    public async Task<GetRepositoryEndpointResult> RunAsync(GetRepositoryEndpointRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var repository = await _repositories.GetAsync(new RepositoryId(input.Domain, input.Repository), cancellationToken);
        return new GetRepositoryEndpointResult { RepositoryEndpoint = _address.Of(context.Endpoint ?? "", repository.Id, input.Format) };
    }
}
