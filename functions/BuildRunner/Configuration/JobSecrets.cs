using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Configuration;

/// <summary>What of a job must not be seen in a log.</summary>
internal static class JobSecrets
{
    /// <summary>The progress secret is not among them: no command is told it, and a log without secrets goes on as it comes.</summary>
    public static IEnumerable<string> Of(BuildJob job) =>
    [
        .. job.Environment.Where(variable => variable is { Secret: true, Kind: JobVariableKind.Plaintext }).Select(variable => variable.Value),
        .. job.SecondarySources.Prepend(job.Source).SelectMany(Of),
        .. job.RegistryCredential is { } registry ? [registry.Token] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Of(JobSource source) => [.. source.Credential is { } credential ? [credential.Token] : Array.Empty<string>(), .. UrlPassword(source.Repository)];

    // https://user:token@host/… : the token must not show in the log.
    private static IEnumerable<string> UrlPassword(string? repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0
            ? [url.UserInfo, url.UserInfo.Split(':')[^1], Uri.UnescapeDataString(url.UserInfo.Split(':')[^1])] : [];
}
