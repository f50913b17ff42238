using Sluice.BuildContract;
using Sluice.BuildRunner.Sources;

namespace Sluice.BuildRunner.Runs;

/// <summary>What a build's commands see: the machine's variables, those of buildspec and job, and CodeBuild's own.</summary>
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

    /// <param name="machine">The machine's; of a container nothing.</param>
    /// <param name="variables">Of buildspec and job.</param>
    /// <param name="codeBuild">CodeBuild's own, which nobody sets otherwise.</param>
    public static Dictionary<string, string> Of(
        IReadOnlyDictionary<string, string> machine, IReadOnlyDictionary<string, string> variables, IEnumerable<KeyValuePair<string, string>> codeBuild)
    {
        var environment = Inherited(machine);
        foreach (var (name, value) in _defaults)
        {
            environment.TryAdd(name, value);
        }

        foreach (var (name, value) in variables.Concat(codeBuild))
        {
            environment[name] = value;
        }

        if (environment.TryGetValue("AWS_REGION", out var region))
        {
            environment.TryAdd("AWS_DEFAULT_REGION", region);
        }

        return environment;
    }

    private static Dictionary<string, string> Inherited(IReadOnlyDictionary<string, string> machine) =>
        GitEnvironment.WithoutPointers(machine)
            .Where(variable => (variable.Key == RunnerVariables.Mark || !variable.Key.StartsWith("SLUICE_", StringComparison.Ordinal))
                && !variable.Key.StartsWith("CODEBUILD_", StringComparison.Ordinal)
                && !_surroundingSdk.Contains(variable.Key))
            .ToDictionary(StringComparer.Ordinal);
}
