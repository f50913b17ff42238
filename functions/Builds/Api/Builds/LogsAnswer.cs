using Sluice.Platform.Accounts;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Api.Builds;

/// <summary>Where a build's log is, as it is answered.</summary>
internal static class LogsAnswer
{
    /// <summary>There is no log before the build's program came up.</summary>
    public static LogsLocation Of(BuildRecord build, SuiteAccount account)
    {
        var (settings, logs) = (build.Settings.Logs, BuildLogs.Of(build));
        var location = new LogsLocation
        {
            CloudWatchLogs = settings?.CloudWatchLogs ?? new CloudWatchLogsConfig { Status = LogsConfigStatusType.ENABLED },
            S3Logs = settings?.S3Logs ?? new S3LogsConfig { Status = LogsConfigStatusType.DISABLED },
        };
        if (build.BegunAt is null)
        {
            return location;
        }

        return location with
        {
            GroupName = logs.GroupName,
            StreamName = logs.StreamName,
            DeepLink = logs is { GroupName: { } group, StreamName: { } stream } ? BuildLogs.Link(group, stream, account) : null,
            CloudWatchLogsArn = logs.GroupName is null ? null : account.Arn("logs", $"log-group:{logs.GroupName}:log-stream:{logs.StreamName}"),
            S3LogsArn = logs.Object is { } kept ? Arn(kept) : null,
            S3DeepLink = logs.Object is { } shown ? $"https://s3.console.aws.amazon.com/s3/object/{shown.Bucket}/{shown.Key}?region={account.Region}" : null,
        };
    }

    private static string Arn(ObjectRef target) => $"arn:aws:s3:::{target.Bucket}/{target.Key}";
}
