using System.Text.Json;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Configuration;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Configuration;

/// <summary>Reads the variables for the build's commands, from wherever they are.</summary>
internal static class EnvironmentReader
{
    public const string Expected = "a JSON list of name, value and secret";

    /// <summary>Null if that is no list of variables. Why is not told: the text may hold secrets.</summary>
    public static IReadOnlyList<JobVariable>? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<List<JobVariable>>(json, SluiceJson.Options) ?? [];
            return read.All(variable => variable is { Name: not null, Value: not null }) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>With the environment that was handed over as an object, if it was.</summary>
    /// <exception cref="ObjectNotFoundException">The object is not there: the build is over.</exception>
    /// <exception cref="InvalidConfigurationException">It holds something else.</exception>
    public static async Task<RunnerConfiguration> CompleteAsync(RunnerConfiguration configuration, IObjectStore objects, CancellationToken cancellationToken)
    {
        if (configuration.EnvironmentObject is not { } source)
        {
            return configuration;
        }

        await using var content = await objects.OpenAsync(source, cancellationToken);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        return configuration with { Environment = Read(whole.ToArray()) ?? throw new InvalidConfigurationException([$"{source.Key} is not valid; expected {Expected}"]) };
    }
}
