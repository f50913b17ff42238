using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Running;

/// <summary>Reads what builds' programs left.</summary>
internal sealed class BuildResults(IObjectStore objects)
{
    /// <summary>Null if the program wrote nothing.</summary>
    public async Task<BuildResult?> ReadAsync(BuildRecord build, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await objects.OpenAsync(build.Output with { Key = $"{build.Output.Key}/{RunnerVariables.ResultName}" }, cancellationToken);
            return await JsonSerializer.DeserializeAsync<BuildResult>(content, SluiceJson.Options, cancellationToken);
        }
        catch (ObjectNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            // Whatever wrote that was not our program; the build must end all the same.
            return new BuildResult(BuildStatus.Fault, [], null, new Dictionary<string, string>(), $"The build's result is damaged: {e.Message}");
        }
    }
}
