using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner;

/// <summary>Stores how a build ended.</summary>
internal sealed class ResultStore(IObjectStore objects)
{
    public Task StoreAsync(ObjectRef output, BuildResult result) => objects.PutAsync(
        output with { Key = $"{output.Key}/{RunnerVariables.ResultName}" }, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(result, SluiceJson.Options)), CancellationToken.None);

    /// <summary>Says more to the reader than a missing result does; but what failed may well be the store itself. The job is beside the result, whether it could be read or not.</summary>
    public async Task TryStoreFaultAsync(ObjectRef job, string message, TextWriter error)
    {
        try
        {
            var output = job with { Key = job.Key[..Math.Max(0, job.Key.LastIndexOf('/'))] };
            await StoreAsync(output, new BuildResult(BuildStatus.Fault, [], null, new Dictionary<string, string>(), message));
        }
        catch (Exception e)
        {
            await error.WriteLineAsync($"The result could not be stored either: {e.Message}");
        }
    }
}
