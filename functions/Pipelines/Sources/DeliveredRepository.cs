using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;
using Sluice.Platform.GitHosts;

namespace Sluice.Pipelines.Sources;

/// <summary>Which source actions read a repository that a git host tells of, by the connection that it tells.</summary>
internal static class DeliveredRepository
{
    public static bool IsReadBy(ActionDeclaration source, RepositoryChange told, SuiteAccount account) =>
        source.Setting("ConnectionArn") is { } arn && ConnectionArns.Connection(arn, account) == told.ConnectionId && source.ActionTypeId.Provider switch
        {
            SourceTypes.Connection => IsSame(source.Setting("FullRepositoryId"), told.Change.FullName),
            SourceTypes.Git => told.Change.Urls.Any(url => IsSame(Place(source.Setting("Repository") ?? ""), Place(url))),
            _ => false,
        };

    /// <summary>The hosts know no difference between upper and lower case in names of repositories.</summary>
    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Host and path, which are the same however the repository is come to.</summary>
    private static string? Place(string repository)
    {
        if (RepositoryHost.Of(repository) is not { } host)
        {
            return null;
        }

        var isUrl = repository.Contains("://", StringComparison.Ordinal);
        var path = (isUrl ? host.AbsolutePath : repository[(repository.IndexOf(':', StringComparison.Ordinal) + 1)..]).Trim('/');
        return $"{host.Host}/{(path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path)}";
    }
}
