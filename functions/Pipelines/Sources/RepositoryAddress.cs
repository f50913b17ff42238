namespace Sluice.Pipelines.Sources;

/// <summary>Where a repository is: a URL to ask, a folder to read, or a host to come to by SSH. Exactly one is there.</summary>
internal sealed record RepositoryAddress(Uri? Url, string? Folder, SshAddress? Ssh = null)
{
    /// <summary>The same where a connection may have an SSH key.</summary>
    /// <exception cref="SourceUnavailableException">It is none of the three.</exception>
    public static RepositoryAddress Parse(string repository, bool bySsh) => bySsh && IsSsh(repository) && SshAddress.Read(repository) is { } ssh ? new(null, null, ssh) : Parse(repository);

    /// <summary>Whether a text is an address by SSH, be it a good one.</summary>
    public static bool IsSsh(string repository) => !repository.Any(char.IsControl)
        && (repository.Contains("://", StringComparison.Ordinal) ? repository.Split(':')[0] is "ssh" or "git+ssh" or "ssh+git" : IsScpLike(repository));

    /// <exception cref="SourceUnavailableException">It is neither; the message says what is.</exception>
    public static RepositoryAddress Parse(string repository) =>
        Fault(repository) is { } fault ? throw new SourceUnavailableException($"The repository {fault}.") : Read(repository);

    /// <summary>What is wrong with the address, or null.</summary>
    public static string? Fault(string repository)
    {
        var shown = Credentials.Removed(repository);
        if (string.IsNullOrWhiteSpace(repository) || repository.Any(char.IsControl))
        {
            return "is empty or has control characters; expected an https URL or an absolute path";
        }

        if (repository.Contains("://", StringComparison.Ordinal))
        {
            return UrlFault(repository, shown);
        }

        return IsScpLike(repository)
            ? $"'{shown}' is an SSH address, which is read by a connection with an SSH key: give one, or use the repository's https URL"
            : Path.IsPathFullyQualified(repository) ? null : $"'{shown}' is no absolute path and no URL";
    }

    private static string? UrlFault(string repository, string shown) =>
        !Uri.TryCreate(repository, UriKind.Absolute, out var url) ? $"'{shown}' is no URL"
        : url.Scheme is "http" or "https" ? url.Host.Length == 0 ? $"'{shown}' names no host" : null
        : url.Scheme == "file" ? url.Host.Length == 0 ? null : $"'{shown}' names a host; a file URL is file:///path"
        : url.Scheme is "ssh" or "git+ssh" or "ssh+git" ? $"'{shown}' is an SSH address, which is read by a connection with an SSH key: give one, or use the repository's https URL"
        : $"'{shown}' is reached by {url.Scheme}, which is not built yet: use its https URL or an absolute path";

    private static RepositoryAddress Read(string repository) =>
        !repository.Contains("://", StringComparison.Ordinal) ? new(null, repository)
        : new Uri(repository) is { Scheme: "file" } file ? new(null, file.LocalPath)
        : new(new Uri(repository), null);

    /// <summary>Like git: a colon before the first slash means a host.</summary>
    private static bool IsScpLike(string repository)
    {
        var colon = repository.IndexOf(':');
        return colon > 0 && repository.AsSpan(0, colon).IndexOfAny('/', '\\') < 0 && !Path.IsPathFullyQualified(repository);
    }
}
