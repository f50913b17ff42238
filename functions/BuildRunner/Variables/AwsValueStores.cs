using System.Text.Json.Nodes;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner.Variables;

/// <summary>Systems Manager and Secrets Manager.</summary>
internal sealed class AwsValueStores(AwsEnvironment environment) : IValueStores
{
    public async Task<IReadOnlyDictionary<string, string>> ParametersAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["Names"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]), ["WithDecryption"] = true };
        var answer = await CallAsync(AwsJsonService.SystemsManager, "GetParameters", input, cancellationToken);
        var parameters = (answer["Parameters"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        return names.Select(name => (name, Found: parameters.Find(parameter => Answers(parameter, name))))
            .Where(pair => pair.Found?["Value"] is not null)
            .ToDictionary(pair => pair.name, pair => pair.Found!["Value"]!.ToString(), StringComparer.Ordinal);
    }

    public async Task<string> SecretAsync(string id, string? stage, string? version, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["SecretId"] = id };
        foreach (var (member, value) in new[] { ("VersionStage", stage), ("VersionId", version) }.Where(pair => pair.Item2 is not null))
        {
            input[member] = value;
        }

        var answer = await CallAsync(AwsJsonService.SecretsManager, "GetSecretValue", input, cancellationToken);
        return answer["SecretString"]?.ToString() ?? throw new StoreException("it is binary, and a variable is a text");
    }

    // A name, an ARN, and either with a version or a label behind a colon.
    private static bool Answers(JsonObject parameter, string name)
    {
        var (selector, version) = (parameter["Selector"]?.ToString(), parameter["Version"]?.ToString());
        return new[] { "Name", "ARN" }.Any(member => parameter[member]?.ToString() is { } known && (known == name || known + selector == name || $"{known}:{version}" == name));
    }

    private async Task<JsonObject> CallAsync(AwsJsonService service, string operation, JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await environment.Client(service).CallAsync(operation, input, cancellationToken);
        }
        catch (AwsErrorException e)
        {
            throw new StoreException($"{e.Code}: {e.Message}");
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            throw new StoreException(e.Message);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new StoreException(e.Message);
        }
    }
}
