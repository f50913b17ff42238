namespace Sluice.Builds.ControlPlane.Webhooks.Entry;

/// <summary>Builds of pull requests that wait for a comment.</summary>
public sealed class PendingBuilds(ITable table, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal Task AddAsync(string projectId, long pullRequest, string commit, WebhookBuild build, CancellationToken cancellationToken) =>
        table.PutAsync(PutItem.Of(KeyOf(projectId, pullRequest, commit), build, expiresAt: time.GetUtcNow() + Kept), cancellationToken);

    internal async Task<WebhookBuild?> FindAsync(string projectId, long pullRequest, string commit, CancellationToken cancellationToken) =>
        (await table.FindAsync<WebhookBuild>(KeyOf(projectId, pullRequest, commit), cancellationToken))?.Value;

    private static Key KeyOf(string projectId, long pullRequest, string commit) => new($"BUILDWEBHOOK#{projectId}", $"PR#{pullRequest}#{commit[..Math.Min(commit.Length, 64)]}");
}
