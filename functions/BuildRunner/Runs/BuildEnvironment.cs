using System.Globalization;
using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Runs;

/// <summary>What a build's commands see: the machine's variables, the buildspec's, those of whoever started the build, and CodeBuild's own.</summary>
internal static class BuildEnvironment
{
    // Left by a surrounding dotnet command; they would bind the build to that command's SDK.
    private static readonly string[] _surroundingSdk =
    [
        "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH", "MSBUILDFAILONDRIVEENUMERATINGWILDCARD",
        "DOTNET_HOST_PATH", "DOTNET_CLI_TELEMETRY_SESSIONID", "VSTEST_CONNECTION_TIMEOUT", "BASH_ENV", "ENV",
    ];

    // Builds that leave servers behind keep machines busy and cannot be told from builds that hang; equal sources should give equal files.
    private static readonly (string Name, string Value)[] _defaults =
    [
        ("DOTNET_CLI_USE_MSBUILD_SERVER", "0"), ("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("ContinuousIntegrationBuild", "true"),
    ];

    public static IReadOnlyDictionary<string, string> Of(
        IReadOnlyDictionary<string, string> machine, BuildJob job, Buildspec buildspec, string source, DateTimeOffset start)
    {
        var environment = Inherited(machine);
        foreach (var (name, value) in _defaults)
        {
            environment.TryAdd(name, value);
        }

        foreach (var (name, value) in buildspec.Variables)
        {
            environment[name] = value;
        }

        foreach (var variable in job.Environment)
        {
            environment[variable.Name] = variable.Value;
        }

        foreach (var (name, value) in CodeBuild(job, source, start))
        {
            environment[name] = value;
        }

        return environment;
    }

    private static Dictionary<string, string> Inherited(IReadOnlyDictionary<string, string> machine) =>
        GitEnvironment.WithoutPointers(machine)
            .Where(variable => (variable.Key == RunnerVariables.Mark || !variable.Key.StartsWith("SLUICE_", StringComparison.Ordinal))
                && !variable.Key.StartsWith("CODEBUILD_", StringComparison.Ordinal)
                && !_surroundingSdk.Contains(variable.Key))
            .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Value)> CodeBuild(BuildJob job, string source, DateTimeOffset start) =>
    [
        ("CODEBUILD_BUILD_ID", job.BuildId),
        ("CODEBUILD_BUILD_ARN", job.BuildArn),
        ("CODEBUILD_BUILD_NUMBER", job.BuildNumber.ToString(CultureInfo.InvariantCulture)),
        ("CODEBUILD_BUILD_SUCCEEDING", "1"),
        ("CODEBUILD_CI", "true"),
        ("CODEBUILD_INITIATOR", job.Initiator),
        ("CODEBUILD_LOG_PATH", job.BuildId.Split(':')[^1]),
        ("CODEBUILD_RESOLVED_SOURCE_VERSION", job.Source.Version!),
        ("CODEBUILD_SOURCE_REPO_URL", WithoutPassword(job.Source.Repository!)),
        ("CODEBUILD_SOURCE_VERSION", job.Source.Version!),
        ("CODEBUILD_SRC_DIR", source),
        ("CODEBUILD_START_TIME", start.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
    ];

    private static string WithoutPassword(string repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.UserInfo.Length > 0 ? repository.Replace(url.UserInfo + "@", "") : repository;
}
