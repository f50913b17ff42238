using System.Text.Json.Nodes;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Builds;

/// <summary>CodeBuild's API where the usual settings of AWS's tools say it is: variables, else a profile of the credentials file.</summary>
/// <param name="environment">This process's.</param>
/// <param name="http">Calls it.</param>
/// <param name="time">The clock.</param>
internal sealed class BuildService(IReadOnlyDictionary<string, string> environment, HttpClient http, TimeProvider time)
{
    /// <summary>The environment with the keys and the Region that were found.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = AwsProfile.With(environment);

    /// <summary>A build as the API tells it.</summary>
    /// <exception cref="UsageException">There is none, or the service cannot be asked.</exception>
    public async Task<JsonNode> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await new AwsEnvironment(Environment, http, time).Client(AwsJsonService.CodeBuild).CallAsync("BatchGetBuilds", new JsonObject { ["ids"] = new JsonArray(id) }, cancellationToken);
            return answer["builds"]?.AsArray() is [{ } build] ? build : throw new UsageException($"--like {id}: there is no such build; expected PROJECT:UUID, or a build's ARN.");
        }
        catch (Exception e) when (e is AwsErrorException or HttpRequestException or InvalidOperationException)
        {
            throw new UsageException($"--like {id}: the builds cannot be asked for: {e.Message}");
        }
    }
}
