using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sluice.BuildContract;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>Reads the configuration from environment variables; all that is wrong with them at once.</summary>
internal sealed partial class RunnerConfigurationReader(IReadOnlyDictionary<string, string> variables)
{
    private const int LongestTimeoutSeconds = 36 * 60 * 60;
    private readonly List<string> _faults = [];

    public RunnerConfiguration Read(string temporaryFolder)
    {
        var buildId = Required(RunnerVariables.BuildId, value => value.Contains(':'), "project:uuid");
        var configuration = new RunnerConfiguration(
            buildId,
            Optional(RunnerVariables.BuildArn) ?? $"arn:aws:codebuild:local:000000000000:build/{buildId}",
            Optional(RunnerVariables.BuildNumber) ?? "1",
            Optional(RunnerVariables.Initiator) ?? "user",
            Required(RunnerVariables.Repository, value => !value.StartsWith('-'), "a git URL or a path"),
            Required(RunnerVariables.Commit, CommitId().IsMatch, "a commit's 40 hexadecimal digits"),
            Required(RunnerVariables.Objects, IsStore, "file:<folder> or s3:"),
            Required(RunnerVariables.OutputBucket, _ => true, "a bucket"),
            Required(RunnerVariables.OutputPrefix, value => !value.EndsWith('/'), "a key prefix without a slash at its end"),
            Optional(RunnerVariables.Workspace) ?? temporaryFolder,
            Variables(),
            Timeout());
        if (Optional(RunnerVariables.EnvironmentObject) is { } name)
        {
            configuration = configuration with { EnvironmentObject = new ObjectRef(configuration.OutputBucket, $"{configuration.OutputPrefix}/{name}") };
        }

        return _faults.Count == 0 ? configuration : throw new InvalidConfigurationException(_faults);
    }

    private static bool IsStore(string value) => value == "s3:" || (value.StartsWith("file:", StringComparison.Ordinal) && value.Length > 5);

    private string? Optional(string name) => variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private string Required(string name, Func<string, bool> isValid, string expected)
    {
        var value = Optional(name);
        if (value is null || !isValid(value))
        {
            _faults.Add($"{name} {(value is null ? "is missing" : "is not valid")}; expected {expected}");
        }

        return value ?? "";
    }

    private IReadOnlyList<EnvironmentVariable> Variables()
    {
        if (EnvironmentReader.Read(Encoding.UTF8.GetBytes(Optional(RunnerVariables.Environment) ?? "[]")) is { } read)
        {
            return read;
        }

        _faults.Add($"{RunnerVariables.Environment} is not valid; expected {EnvironmentReader.Expected}");
        return [];
    }

    private TimeSpan Timeout()
    {
        var text = Optional(RunnerVariables.TimeoutSeconds) ?? "3600";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is 0 or > LongestTimeoutSeconds)
        {
            _faults.Add($"{RunnerVariables.TimeoutSeconds} is not valid; expected 1 to {LongestTimeoutSeconds}");
        }

        return TimeSpan.FromSeconds(seconds);
    }

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommitId();
}
