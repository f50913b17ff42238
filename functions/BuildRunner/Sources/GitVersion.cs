using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Sources;

/// <summary>What a source's version can be to git.</summary>
internal static partial class GitVersion
{
    public static bool IsCommit(string version) => Commit().IsMatch(version);

    public static bool MayBeShortCommit(string version) => ShortCommit().IsMatch(version);

    /// <summary>The names by which a server may know it, the best first.</summary>
    /// <param name="version">Null for the default branch.</param>
    public static IReadOnlyList<string> References(string? version) => version switch
    {
        null or "" => ["HEAD"],
        _ when version.StartsWith("refs/", StringComparison.Ordinal) => [version],
        // GitHub, GitLab and Bitbucket Server in this order; as CodeBuild's webhooks name a pull request.
        _ when PullRequest().Match(version) is { Success: true } match =>
            [.. new[] { "pull/{0}/head", "merge-requests/{0}/head", "pull-requests/{0}/from" }.Select(form => "refs/" + form.Replace("{0}", match.Groups["number"].Value)), .. Plain(version)],
        _ => Plain(version),
    };

    private static string[] Plain(string version) => [$"refs/heads/{version}", $"refs/tags/{version}"];

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commit();

    [GeneratedRegex("^[0-9a-f]{7,64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortCommit();

    [GeneratedRegex("^pr/(?<number>[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PullRequest();
}
