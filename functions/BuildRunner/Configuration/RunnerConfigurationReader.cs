using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Platform.Configuration;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>Reads the configuration from environment variables; all that is wrong with them at once.</summary>
internal sealed partial class RunnerConfigurationReader(IReadOnlyDictionary<string, string> variables)
{
    private const int DefaultTimeoutSeconds = 3600;
    private const int LongestTimeoutSeconds = 36 * 60 * 60;
    private readonly VariableReader _reader = new(variables);

    /// <exception cref="InvalidConfigurationException">Something is missing or wrong.</exception>
    public RunnerConfiguration Read(string temporaryFolder)
    {
        var buildId = _reader.Required(RunnerVariables.BuildId, "project:uuid", value => value.Contains(':'));
        var configuration = new RunnerConfiguration(
            buildId,
            _reader.Optional(RunnerVariables.BuildArn) ?? $"arn:aws:codebuild:local:000000000000:build/{buildId}",
            _reader.Optional(RunnerVariables.BuildNumber) ?? "1",
            _reader.Optional(RunnerVariables.Initiator) ?? "user",
            // It may have a password in it.
            _reader.Required(RunnerVariables.Repository, "a git URL or a path", value => !value.StartsWith('-'), isSecret: true),
            _reader.Required(RunnerVariables.Commit, "a commit's 40 hexadecimal digits", CommitId().IsMatch),
            _reader.Required(RunnerVariables.Objects, "file:<folder> or s3:", IsStore),
            _reader.Required(RunnerVariables.OutputBucket, "a bucket"),
            _reader.Required(RunnerVariables.OutputPrefix, "a key prefix without a slash at its end", value => !value.EndsWith('/')),
            _reader.Optional(RunnerVariables.Workspace) ?? temporaryFolder,
            Variables(),
            TimeSpan.FromSeconds(_reader.Number(RunnerVariables.TimeoutSeconds, 1, LongestTimeoutSeconds, DefaultTimeoutSeconds)))
        {
            Tools = Tools(),
        };
        _reader.ThrowIfFaulty();
        return _reader.Optional(RunnerVariables.EnvironmentObject) is { } name
            ? configuration with { EnvironmentObject = new ObjectRef(configuration.OutputBucket, $"{configuration.OutputPrefix}/{name}") }
            : configuration;
    }

    private static bool IsStore(string value) => value == "s3:" || (value.StartsWith("file:", StringComparison.Ordinal) && value.Length > 5);

    private ToolSettings Tools()
    {
        var shard = Shard().Match(_reader.Optional(RunnerVariables.Shard) ?? "1/1");
        var (number, count) = shard.Success ? (int.Parse(shard.Groups["number"].Value, CultureInfo.InvariantCulture), int.Parse(shard.Groups["count"].Value, CultureInfo.InvariantCulture)) : (0, 0);
        if (number < 1 || number > count)
        {
            _reader.Fault(RunnerVariables.Shard, "a part and how many there are, e.g. 1/4");
        }

        return new ToolSettings(count > 1 ? new BatchShard(number - 1, count) : null, _reader.Optional(RunnerVariables.DebugSession) == "true");
    }

    private IReadOnlyList<EnvironmentVariable> Variables()
    {
        if (EnvironmentReader.Read(Encoding.UTF8.GetBytes(_reader.Optional(RunnerVariables.Environment) ?? "[]")) is { } read)
        {
            return read;
        }

        _reader.Fault(RunnerVariables.Environment, EnvironmentReader.Expected, isSecret: true);
        return [];
    }

    [GeneratedRegex("^(?<number>[0-9]{1,4})/(?<count>[0-9]{1,4})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shard();

    [GeneratedRegex("^([0-9a-f]{40}|[0-9a-f]{64})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommitId();
}
