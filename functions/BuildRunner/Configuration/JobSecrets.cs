using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Configuration;

/// <summary>What of a job, and of the program that does it, must not be seen in a log.</summary>
internal static class JobSecrets
{
    // The shortest id of a key that AWS gives. People who test set "test", which is no secret and is in every second line of a log.
    private const int ShortestKey = 16;

    private static readonly string[] _keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN"];

    /// <summary>The progress secret is not among them: no command is told it.</summary>
    /// <param name="variables">The program's own, which the commands see: its keys to AWS are hidden as CodeBuild hides them.</param>
    public static IEnumerable<string> Of(BuildJob job, IReadOnlyDictionary<string, string> variables) =>
    [
        .. _keys.Select(variables.GetValueOrDefault).OfType<string>().Where(key => key.Length >= ShortestKey),
        .. job.Environment.Where(variable => variable is { Secret: true, Kind: JobVariableKind.Plaintext }).Select(variable => variable.Value),
        .. job.SecondarySources.Prepend(job.Source).SelectMany(Of),
        .. job.RegistryCredential is { Token.Length: > 0 } registry ? [registry.Token] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Of(JobSource source) => [.. source.Credential is { Token.Length: > 0 } credential ? [credential.Token] : Array.Empty<string>(), .. UrlPassword(source.Repository)];

    // https://user:token@host/… : the token must not show in the log.
    private static IEnumerable<string> UrlPassword(string? repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0
            ? [url.UserInfo, url.UserInfo.Split(':')[^1], Uri.UnescapeDataString(url.UserInfo.Split(':')[^1])] : [];
}
