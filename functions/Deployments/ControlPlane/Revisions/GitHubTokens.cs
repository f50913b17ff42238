using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>The names of connections to GitHub. As in CodeDeploy, no operation of the API makes one.</summary>
public sealed class GitHubTokens(ITable table)
{
    /// <summary>The partition of names, in whose order they are listed.</summary>
    private const string Names = "GITHUBTOKENS";

    internal async Task<(IReadOnlyList<string> Names, string? NextToken)> ListAsync(string? token, CancellationToken cancellationToken)
    {
        var page = await Pages.ReadAsync(table, new Query(Names) { PageToken = token }, cancellationToken: cancellationToken);
        return ([.. page.Items.Select(item => item.Key.Sk)], page.NextToken);
    }

    /// <exception cref="ApiException"><c>GitHubAccountTokenDoesNotExistException</c>.</exception>
    internal async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        GuardedWrite delete = new(new DeleteItem(new Key(Names, name), Condition.Exists), DoesNotExist(name));
        await GuardedWrite.TryAllAsync(table, [delete], cancellationToken);
    }

    private static ApiException DoesNotExist(string name) => new("GitHubAccountTokenDoesNotExistException", $"No GitHub account token is named '{name}'.");
}
