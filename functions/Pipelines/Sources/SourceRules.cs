namespace Sluice.Pipelines.Sources;

/// <summary>The rules for what a source is given, for whoever wants to check before there is a pipeline. No message shows credentials.</summary>
public static class SourceRules
{
    /// <summary>What is wrong with a repository's address, in words that follow its name; null if nothing is.</summary>
    public static string? RepositoryFault(string repository) =>
        RepositoryAddress.Fault(repository) ?? (Credentials.Removed(repository) == repository ? null
            : $"'{Credentials.Removed(repository)}' has a user or password in it, which others would see; keep them in git's credential helper");

    /// <summary>The same for a repository that a connection signs in to, which may be an address by SSH.</summary>
    public static string? RepositoryFault(string repository, string? connectionArn) =>
        connectionArn is not null && RepositoryAddress.IsSsh(repository)
            ? SshAddress.Read(repository) is null ? $"'{Credentials.Removed(repository)}' is no SSH address; expected user@host:path or ssh://user@host/path, without a password" : null
            : RepositoryFault(repository);

    /// <summary>What is wrong with a branch's name, in words that follow its name; null if nothing is.</summary>
    public static string? BranchFault(string branch) => BranchName.Fault(branch);

    /// <summary>A text as it may be shown: what stands before an '@' in a URL is taken out.</summary>
    public static string WithoutCredentials(string text) => Credentials.Removed(text);
}
