using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>
/// Function URLs as AWS makes them, but for their end, which is this machine: names below <c>localhost</c> are its own everywhere (RFC 6761). The host tells which function is meant; a path below the
/// suite's own host would make functions' pages and the suite's API one origin to browsers.
/// </summary>
/// <param name="suiteUrl">Where the suite listens; null while it does not.</param>
internal sealed partial class UrlNames(CloudIdentity identity, Func<string?> suiteUrl)
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">Nothing listens.</exception>
    public string Of(string id) => suiteUrl() is { } suite
        ? $"http://{id}.lambda-url.{identity.Region}.localhost:{new Uri(suite).Port}/"
        : throw LambdaErrors.InvalidParameter("There are no function URLs here: they are served by a suite that listens, and this one does not");

    /// <summary>Whose URL has this host; null if it is the host of none.</summary>
    public static string? IdOf(HostString host) => Form().Match(host.Host) is { Success: true } match ? match.Groups["id"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(
        @"^(?<id>[a-z0-9]{32})\.lambda-url\.[a-z0-9-]+\.localhost\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
