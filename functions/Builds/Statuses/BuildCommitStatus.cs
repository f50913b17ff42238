using Sluice.BuildContract;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;

namespace Sluice.Builds.Statuses;

/// <summary>A build's status beside the commit that it builds, as CodeBuild tells it.</summary>
internal static class BuildCommitStatus
{
    private const int CommitLength = 40;

    /// <summary>Null as long as it is not known which commit that is.</summary>
    public static CommitStatus? Of(BuildRecord build, SuiteAccount account)
    {
        var (state, how) = build.Status switch
        {
            BuildStatus.InProgress => (CommitState.Pending, "in progress"),
            BuildStatus.Succeeded => (CommitState.Success, "succeeded"),
            BuildStatus.Failed or BuildStatus.TimedOut => (CommitState.Failure, build.Status == BuildStatus.Failed ? "failed" : "timed out"),
            _ => (CommitState.Error, build.Status == BuildStatus.Stopped ? "stopped" : "failed for its machine"),
        };
        var config = build.Settings.Source.BuildStatusConfig;
        return Commit(build) is not { } commit ? null : new CommitStatus(
            commit, state, Text(config?.Context) ?? $"AWS CodeBuild {account.Region} ({build.ProjectName})", $"Build {how} for project {build.ProjectName}", Url(config?.TargetUrl));
    }

    /// <summary>What was fetched, or else what was asked for if that is a commit.</summary>
    private static string? Commit(BuildRecord build) => new[] { build.ResolvedSourceVersion, build.Settings.SourceVersion }.FirstOrDefault(version => version?.Length == CommitLength && version.All(char.IsAsciiHexDigitLower));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static Uri? Url(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
}
