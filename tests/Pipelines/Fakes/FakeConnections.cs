using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Connections that are there.</summary>
internal sealed class FakeConnections : IConnections
{
    public Dictionary<string, OpenedConnection> Opened { get; } = new(StringComparer.Ordinal);

    public Task<OpenedConnection> OpenAsync(string arn, CancellationToken cancellationToken = default) =>
        Opened.TryGetValue(arn, out var found) ? Task.FromResult(found) : throw new ConnectionUnavailableException($"There is no connection {arn}.");

    public Task<string> RepositoryUrlAsync(string arn, string fullRepositoryId, CancellationToken cancellationToken = default) =>
        Task.FromResult(GitRepositories.UrlOf(Opened[arn].Provider, Opened[arn].Endpoint, fullRepositoryId, Opened[arn].SignIn is SshSignIn));
}
