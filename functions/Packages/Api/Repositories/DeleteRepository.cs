using Sluice.Packages.Model;
using Sluice.Packages.Removal;

namespace Sluice.Packages.Api.Repositories;

/// <summary>Deletes a repository with its packages.</summary>
public sealed class DeleteRepository : IOperation<DeleteRepositoryRequest, DeleteRepositoryResult>
{
    private readonly RepositoryRemoval _removal;
    private readonly RepositoryViews _views;

    internal DeleteRepository(RepositoryRemoval removal, RepositoryViews views) => (_removal, _views) = (removal, views);

    /// <inheritdoc/>
    public async Task<DeleteRepositoryResult> RunAsync(DeleteRepositoryRequest input, OperationContext context, CancellationToken cancellationToken) =>
        new() { Repository = _views.Describe(await _removal.RemoveAsync(new RepositoryId(input.Domain, input.Repository), cancellationToken)) };
}
