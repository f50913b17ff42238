using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.GitHub;

/// <summary>Lists the names of connections to GitHub.</summary>
internal sealed class ListGitHubAccountTokenNames(GitHubTokens tokens) : IOperation<ListGitHubAccountTokenNamesInput, ListGitHubAccountTokenNamesOutput>
{
    /// <inheritdoc/>
    public async Task<ListGitHubAccountTokenNamesOutput> RunAsync(ListGitHubAccountTokenNamesInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var (names, token) = await tokens.ListAsync(input.NextToken, cancellationToken);
        return new ListGitHubAccountTokenNamesOutput { TokenNameList = names, NextToken = token };
    }
}
