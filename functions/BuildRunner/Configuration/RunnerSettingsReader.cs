using Sluice.BuildContract;
using Sluice.Platform.Configuration;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>Reads the settings from environment variables; all that is wrong with them at once.</summary>
internal sealed class RunnerSettingsReader(IReadOnlyDictionary<string, string> variables)
{
    private readonly VariableReader _reader = new(variables);

    /// <exception cref="InvalidConfigurationException">Something is missing or wrong.</exception>
    public RunnerSettings Read(string temporaryFolder)
    {
        var objects = _reader.Required(RunnerVariables.Objects, "file:<folder> or s3:", IsStore);
        var job = _reader.Required(RunnerVariables.Job, "the bucket and key of a job, divided by /", value => value.IndexOf('/') is > 0 and var at && at < value.Length - 1);
        var settings = new RunnerSettings(objects, ReferenceOf(job), _reader.Optional(RunnerVariables.Workspace) ?? temporaryFolder,
            _reader.Optional(RunnerVariables.Cache) ?? Path.Combine(temporaryFolder, "sluice-cache"), Url(RunnerVariables.Api), Url(RunnerVariables.Packages));
        _reader.ThrowIfFaulty();
        return settings;
    }

    private static bool IsStore(string value) => value == "s3:" || (value.StartsWith("file:", StringComparison.Ordinal) && value.Length > 5);

    private static ObjectRef ReferenceOf(string job) => job.Split('/', 2) is [var bucket, var key] ? new ObjectRef(bucket, key) : new ObjectRef("", "");

    private Uri? Url(string variable)
    {
        if (_reader.Optional(variable) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate($"{text.TrimEnd('/')}/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        _reader.Fault(variable, "a URL");
        return null;
    }
}
