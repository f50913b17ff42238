using System.Globalization;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Runs;

/// <summary>The variables that CodeBuild itself sets.</summary>
internal static class CodeBuildVariables
{
    public static IEnumerable<KeyValuePair<string, string>> Of(BuildJob job, IReadOnlyList<FetchedSource> sources, DateTimeOffset start) =>
        Told(job, start).Concat(sources.SelectMany(Source)).Where(variable => variable.Value is not null).Select(variable => new KeyValuePair<string, string>(variable.Name, variable.Value!)).Concat(job.ServiceVariables);

    private static IEnumerable<(string Name, string? Value)> Told(BuildJob job, DateTimeOffset start) =>
    [
        ("CODEBUILD_BUILD_ID", job.BuildId),
        ("CODEBUILD_BUILD_ARN", job.BuildArn),
        ("CODEBUILD_BUILD_NUMBER", job.BuildNumber.ToString(CultureInfo.InvariantCulture)),
        ("CODEBUILD_BUILD_IMAGE", job.Image),
        ("CODEBUILD_BUILD_SUCCEEDING", "1"),
        ("CODEBUILD_BATCH_BUILD_IDENTIFIER", job.Batch?.Identifier),
        ("CODEBUILD_CI", "true"),
        ("CODEBUILD_INITIATOR", job.Initiator),
        ("CODEBUILD_LOG_PATH", job.Logs.StreamName ?? job.BuildId.Split(':')[^1]),
        ("CODEBUILD_START_TIME", start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
    ];

    private static IEnumerable<(string Name, string? Value)> Source(FetchedSource source)
    {
        // A pipeline's artifact may have a dash in its name, and a variable may not.
        var suffix = source.Identifier is { } id ? $"_{id.Replace('-', '_')}" : "";
        yield return ($"CODEBUILD_SRC_DIR{suffix}", source.Folder);
        yield return ($"CODEBUILD_SOURCE_REPO_URL{suffix}", source.Url);
        yield return ($"CODEBUILD_SOURCE_VERSION{suffix}", source.AskedVersion ?? source.Version);
        if (suffix.Length == 0)
        {
            yield return ("CODEBUILD_RESOLVED_SOURCE_VERSION", source.Version);
        }
    }
}
