using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Clients;

/// <summary>The suite as its signed client sees it. Throttling and faults of the suite are tried again with the same input, so that a client token stays what it was.</summary>
/// <param name="place">Where it is, and what calls are signed with.</param>
internal sealed class SuiteClient(SuitePlace place)
{
    private const string Input = "Input";
    private readonly Dictionary<AwsJsonService, AwsJsonClient> _clients = [];

    /// <summary>Where it is.</summary>
    public SuitePlace Place => place;

    /// <summary>Asks the operation whose input this is.</summary>
    /// <exception cref="RefusedException">It refuses, or cannot be asked.</exception>
    public async Task<TOutput> AskAsync<TOutput>(object input, CancellationToken stop) =>
        (await TellAsync(input, stop)).Deserialize<TOutput>(WireJson.Options)!;

    /// <summary>Asks the operation whose input this is, for which there is no shape of an answer.</summary>
    /// <exception cref="RefusedException">It refuses, or cannot be asked.</exception>
    public Task<JsonObject> TellAsync(object input, CancellationToken stop) =>
        CallAsync(SuiteServices.Of(input), input.GetType().Name[..^Input.Length], (JsonObject)JsonSerializer.SerializeToNode(input, WireJson.Options)!, stop);

    /// <summary>Asks a service that has no shapes here.</summary>
    /// <exception cref="RefusedException">It refuses, or cannot be asked.</exception>
    public async Task<JsonObject> CallAsync(AwsJsonService service, string operation, JsonObject input, CancellationToken stop)
    {
        try
        {
            return await Of(service).CallAsync(operation, input, stop);
        }
        catch (AwsErrorException e)
        {
            throw new RefusedException($"{e.Code}: {e.Message}{place.Hint(e)}", e.Code);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new RefusedException($"{place.Text(service)} cannot be asked: {e.Message.TrimEnd('.')}. {place.Advice}");
        }
    }

    /// <summary>Asks an operation of CodeArtifact, which speaks REST.</summary>
    /// <param name="method">HTTP's.</param>
    /// <param name="path">Its path with its query.</param>
    /// <param name="body">The members that are in the body; null if there are none.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RefusedException">It refuses, or cannot be asked.</exception>
    public async Task<JsonObject> PackagesAsync(HttpMethod method, string path, JsonObject? body, CancellationToken stop)
    {
        try
        {
            var (status, error, answer) = await place.AskPackagesAsync(method, path, body?.ToJsonString(), stop);
            var read = answer.Length == 0 ? [] : JsonNode.Parse(answer) as JsonObject ?? [];
            return status == HttpStatusCode.OK ? read : throw new RefusedException($"{error ?? ((int)status).ToString(CultureInfo.InvariantCulture)}: {(string?)read["message"] ?? "it does not say why"}", error);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new RefusedException($"CodeArtifact cannot be asked: {e.Message.TrimEnd('.')}. {place.Advice}");
        }
    }

    /// <summary>Whether Lambda has a function, by the status that it answers with: 200, or 404.</summary>
    /// <param name="name">Its name, with or without a version or alias, or its ARN.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RefusedException">It cannot be asked.</exception>
    public async Task<HttpStatusCode> LookAtFunctionAsync(string name, CancellationToken stop) => (await LambdaAsync(Uri.EscapeDataString(name), stop)).Status;

    /// <summary>The names of functions, as many as Lambda tells at once; none if it does not tell.</summary>
    /// <exception cref="RefusedException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<string>> FunctionsAsync(CancellationToken stop)
    {
        var (status, body) = await LambdaAsync("", stop);
        return status == HttpStatusCode.OK && JsonNode.Parse(body)?["Functions"] is JsonArray functions ? [.. functions.Select(function => (string?)function?["FunctionName"]).OfType<string>()] : [];
    }

    private async Task<(HttpStatusCode Status, string Body)> LambdaAsync(string name, CancellationToken stop)
    {
        try
        {
            return await place.LookAsync("lambda", $"/2015-03-31/functions/{name}", stop);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new RefusedException($"Lambda cannot be asked: {e.Message.TrimEnd('.')}. {place.Advice}");
        }
    }

    private AwsJsonClient Of(AwsJsonService service)
    {
        if (!_clients.TryGetValue(service, out var client))
        {
            _clients[service] = client = place.Client(service);
        }

        return client;
    }
}
