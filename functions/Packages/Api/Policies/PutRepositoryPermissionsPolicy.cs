using Sluice.Packages.Api.Repositories;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Ids;

namespace Sluice.Packages.Api.Policies;

/// <summary>Gives a repository a policy, or another one. It is kept for those who read it: what keys may do is by their roles.</summary>
public sealed class PutRepositoryPermissionsPolicy : IOperation<PutRepositoryPermissionsPolicyRequest, PutRepositoryPermissionsPolicyResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;
    private readonly IIds _ids;

    internal PutRepositoryPermissionsPolicy(RepositoryStore repositories, RepositoryViews views, IIds ids) => (_repositories, _views, _ids) = (repositories, views, ids);

    /// <inheritdoc/>
    public async Task<PutRepositoryPermissionsPolicyResult> RunAsync(PutRepositoryPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var (id, revision) = (new RepositoryId(input.Domain, input.Repository), _ids.Secret());
        var repository = await _repositories.ChangeAsync(id, before => before with { Policy = PolicyRules.Put(before.Policy, input.PolicyDocument, input.PolicyRevision, revision) }, cancellationToken);
        return new PutRepositoryPermissionsPolicyResult { Policy = PolicyViews.Write(repository.Policy!, _views.Arn(id)) };
    }
}
