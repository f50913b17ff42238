using System.Text.Json.Nodes;
using Amazon.Runtime.CredentialManagement;
using Sluice.Local.Host;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Builds;

/// <summary>CodeBuild's API where the usual settings of AWS's tools say it is: variables, else a profile of the credentials file.</summary>
/// <param name="environment">This process's.</param>
/// <param name="http">Calls it.</param>
/// <param name="time">The clock.</param>
internal sealed class BuildService(IReadOnlyDictionary<string, string> environment, HttpClient http, TimeProvider time)
{
    /// <summary>The environment with the keys and the Region that were found.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } = WithProfile(environment);

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

    private static Dictionary<string, string> WithProfile(IReadOnlyDictionary<string, string> environment)
    {
        var variables = environment.ToDictionary(StringComparer.Ordinal);
        var name = environment.GetValueOrDefault("AWS_PROFILE", "default");
        if (!environment.ContainsKey("AWS_ACCESS_KEY_ID") && new CredentialProfileStoreChain(environment.GetValueOrDefault("AWS_SHARED_CREDENTIALS_FILE")).TryGetProfile(name, out var profile))
        {
            Set(variables, "AWS_ACCESS_KEY_ID", profile.Options.AccessKey);
            Set(variables, "AWS_SECRET_ACCESS_KEY", profile.Options.SecretKey);
            Set(variables, "AWS_SESSION_TOKEN", profile.Options.Token);
            Set(variables, "AWS_REGION", environment.GetValueOrDefault("AWS_REGION") ?? environment.GetValueOrDefault("AWS_DEFAULT_REGION") ?? profile.Region?.SystemName);
        }

        variables.TryAdd("AWS_REGION", environment.GetValueOrDefault("AWS_DEFAULT_REGION", LocalAws.Region));
        return variables;
    }

    private static void Set(Dictionary<string, string> variables, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            variables[name] = value;
        }
    }
}
