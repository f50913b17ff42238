using Sluice.Packages.Api.Repositories;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Policies;

/// <summary>Takes a repository its policy.</summary>
public sealed class DeleteRepositoryPermissionsPolicy : IOperation<DeleteRepositoryPermissionsPolicyRequest, DeleteRepositoryPermissionsPolicyResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal DeleteRepositoryPermissionsPolicy(RepositoryStore repositories, RepositoryViews views) => (_repositories, _views) = (repositories, views);

    /// <inheritdoc/>
    public async Task<DeleteRepositoryPermissionsPolicyResult> RunAsync(DeleteRepositoryPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, deleted) = (new RepositoryId(input.Domain, input.Repository), (StoredPolicy?)null);
        await _repositories.ChangeAsync(id, Without, cancellationToken);
        return new DeleteRepositoryPermissionsPolicyResult { Policy = PolicyViews.Write(deleted!, _views.Arn(id)) };

        StoredRepository Without(StoredRepository before)
        {
            deleted = PolicyRules.Delete(before.Policy, input.PolicyRevision, _views.Arn(id));
            return before with { Policy = null };
        }
    }
}
