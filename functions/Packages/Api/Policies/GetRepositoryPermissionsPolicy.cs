using Sluice.Packages.Api.Repositories;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Api.Policies;

/// <summary>Gives the policy of a repository.</summary>
public sealed class GetRepositoryPermissionsPolicy : IOperation<GetRepositoryPermissionsPolicyRequest, GetRepositoryPermissionsPolicyResult>
{
    private readonly RepositoryStore _repositories;
    private readonly RepositoryViews _views;

    internal GetRepositoryPermissionsPolicy(RepositoryStore repositories, RepositoryViews views) => (_repositories, _views) = (repositories, views);

    /// <inheritdoc/>
    public async Task<GetRepositoryPermissionsPolicyResult> RunAsync(GetRepositoryPermissionsPolicyRequest input, OperationContext context, CancellationToken cancellationToken)
    {
        var id = new RepositoryId(input.Domain, input.Repository);
        var policy = (await _repositories.GetAsync(id, cancellationToken)).Policy ?? throw PolicyRules.None(_views.Arn(id));
        return new GetRepositoryPermissionsPolicyResult { Policy = PolicyViews.Write(policy, _views.Arn(id)) };
    }
}
