namespace Sluice.Platform.Connections;

/// <summary>A repository's address from the id that a pipeline's source action has for it: <c>owner/repository</c>, in Azure DevOps <c>organization/project/repository</c>.</summary>
public static class GitRepositories
{
    private const int PartsInAzure = 3;

    /// <summary>What is wrong with an id, in words that follow its name; null if nothing is.</summary>
    public static string? IdFault(GitProvider provider, string fullRepositoryId)
    {
        var parts = fullRepositoryId.Split('/');
        return parts.Any(part => part.Length == 0 || part is "." or ".." || part.Any(IsOdd)) || !Fits(provider, parts.Length)
            ? $"expected {Expected(provider)}, not '{fullRepositoryId}'"
            : null;
    }

    /// <summary>The repository's address.</summary>
    /// <param name="provider">Whose it is.</param>
    /// <param name="endpoint">Of the connection's host; null for the provider's own.</param>
    /// <param name="fullRepositoryId">One that has no <see cref="IdFault"/>.</param>
    /// <param name="bySsh">For a connection that signs in by an SSH key.</param>
    /// <exception cref="ArgumentException">There is no such repository, or no endpoint where one is needed.</exception>
    public static string UrlOf(GitProvider provider, Uri? endpoint, string fullRepositoryId, bool bySsh = false)
    {
        if (IdFault(provider, fullRepositoryId) is { } fault)
        {
            throw new ArgumentException($"The repository: {fault}.", nameof(fullRepositoryId));
        }

        var host = endpoint ?? GitProviders.Endpoint(provider) ?? throw new ArgumentException($"{provider} is wherever its host says, and none is given.", nameof(endpoint));
        return bySsh ? Ssh(provider, host, fullRepositoryId) : Https(provider, host, fullRepositoryId);
    }

    /// <summary>A repository's id from its address; null if it is not at this host.</summary>
    /// <param name="endpoint">The host's URL.</param>
    /// <param name="address">In any of git's forms.</param>
    public static string? IdOf(Uri endpoint, string address)
    {
        if (RepositoryHost.Of(address) is not { } host || !string.Equals(host.Host, endpoint.Host, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var path = (address.Contains("://", StringComparison.Ordinal) ? host.AbsolutePath : address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..]).Trim('/');
        var root = endpoint.AbsolutePath.Trim('/');
        var below = root.Length > 0 && path.StartsWith($"{root}/", StringComparison.Ordinal) ? path[(root.Length + 1)..] : path;
        return Uri.UnescapeDataString(below.EndsWith(".git", StringComparison.Ordinal) ? below[..^4] : below);
    }

    private static string Https(GitProvider provider, Uri host, string id)
    {
        var root = host.AbsoluteUri.TrimEnd('/');
        return provider == GitProvider.AzureDevOps && id.Split('/') is [var organization, var project, var name]
            ? $"{root}/{Escaped(organization)}/{Escaped(project)}/_git/{Escaped(name)}"
            : $"{root}/{string.Join('/', id.Split('/').Select(Escaped))}.git";
    }

    private static string Ssh(GitProvider provider, Uri host, string id) => provider == GitProvider.AzureDevOps
        ? $"ssh://git@ssh.{host.Host}/v3/{string.Join('/', id.Split('/').Select(Escaped))}"
        : $"ssh://git@{host.Host}/{id}.git";

    private static bool Fits(GitProvider provider, int parts) => provider switch
    {
        GitProvider.AzureDevOps => parts == PartsInAzure,
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => parts >= 2,
        _ => parts == 2,
    };

    private static string Expected(GitProvider provider) => provider switch
    {
        GitProvider.AzureDevOps => "organization/project/repository",
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => "group/project, or group/subgroup/project",
        _ => "owner/repository",
    };

    private static bool IsOdd(char c) => char.IsControl(c) || c is ':' or '?' or '#' or '@' or '\\' or '%';

    private static string Escaped(string part) => Uri.EscapeDataString(part);
}
