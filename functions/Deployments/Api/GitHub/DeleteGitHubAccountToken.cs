using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.GitHub;

/// <summary>Deletes a connection to GitHub.</summary>
public sealed class DeleteGitHubAccountToken(GitHubTokens tokens) : IOperation<DeleteGitHubAccountTokenInput, DeleteGitHubAccountTokenOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteGitHubAccountTokenOutput> RunAsync(DeleteGitHubAccountTokenInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await tokens.DeleteAsync(input.TokenName!, cancellationToken);
        return new DeleteGitHubAccountTokenOutput { TokenName = input.TokenName };
    }
}
