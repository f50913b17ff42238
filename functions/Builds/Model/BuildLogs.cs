using Sluice.BuildContract.Jobs;
using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Model;

/// <summary>Where a build's log goes, by its project's settings: CloudWatch Logs unless that is switched off, and a bucket if that is switched on.</summary>
internal static class BuildLogs
{
    public static JobLogs Of(BuildRecord build)
    {
        var (watch, bucket) = (build.Settings.Logs?.CloudWatchLogs, build.Settings.Logs?.S3Logs);
        var (group, stream) = watch?.Status == LogsConfigStatusType.DISABLED ? (null, null) : (Text(watch?.GroupName) ?? $"/aws/codebuild/{build.ProjectName}", Stream(Text(watch?.StreamName), build.BuildId));
        return new JobLogs(group, stream, bucket?.Status == LogsConfigStatusType.ENABLED ? Object(bucket.Location!, build.BuildId) : null);
    }

    /// <summary>Where a person reads it in AWS's console.</summary>
    public static string Link(string group, string stream, SuiteAccount account) =>
        $"https://console.aws.amazon.com/cloudwatch/home?region={account.Region}#logsV2:log-groups/log-group/{Escaped(group)}/log-events/{Escaped(stream)}";

    private static string Stream(string? name, string buildId) => name is null ? buildId : $"{name}/{buildId}";

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static ObjectRef Object(string location, string buildId)
    {
        var parts = location.Split('/', 2);
        return new ObjectRef(parts[0], parts is [_, { Length: > 0 } prefix] ? $"{prefix.TrimEnd('/')}/{buildId}.gz" : $"{buildId}.gz");
    }

    // The console escapes twice, with a dollar sign in place of the percent sign.
    private static string Escaped(string text) => Uri.EscapeDataString(Uri.EscapeDataString(text)).Replace('%', '$');
}
