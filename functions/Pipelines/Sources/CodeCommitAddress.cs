using System.Net.Http.Headers;
using System.Text;
using Sluice.Signing;
using Sluice.Signing.Calls;

namespace Sluice.Pipelines.Sources;

/// <summary>CodeCommit's git, which is signed in to by the keys of an account.</summary>
internal static class CodeCommitAddress
{
    private const string Prefix = "git-codecommit.";
    private const string Suffix = ".amazonaws.com";

    /// <summary>A repository's URL.</summary>
    public static string UrlOf(string region, string name) => $"https://{Prefix}{region}{Suffix}/v1/repos/{name}";

    /// <summary>The Region of a URL; null if it is not CodeCommit's.</summary>
    public static string? RegionOf(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.Host.StartsWith(Prefix, StringComparison.Ordinal) && url.Host.EndsWith(Suffix, StringComparison.Ordinal) && url.Host.Length > Prefix.Length + Suffix.Length
        && url.Host[Prefix.Length..^Suffix.Length] is var region && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? region
            : null;

    /// <summary>What <c>aws codecommit credential-helper</c> would have git send.</summary>
    public static AuthenticationHeaderValue Header(Uri url, string region, AwsKeys keys, DateTimeOffset now)
    {
        var user = keys.SessionToken is { } token ? $"{keys.AccessKeyId}%{token}" : keys.AccessKeyId;
        var password = GitSignature.Password(keys.SecretAccessKey, region, url.Host, url.AbsolutePath.TrimEnd('/'), now);
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }
}
