using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.Models;

namespace Sluice.World;

/// <summary>Calls a service's operations as a client does, in JSON or by REST and past the model, with a signature taken as verified.</summary>
internal sealed class WireApi(IServiceProvider services, string service, string role = "admin") : IRequestGate
{
    private static readonly ServiceModels _models = new();
    private static readonly string[] _common = [CommonErrors.Serialization, CommonErrors.Validation, CommonErrors.NotImplemented];

    /// <summary>The answer of an operation that succeeds; null if it has no body.</summary>
    public async Task<JsonNode?> CallAsync(string operation, JsonObject input)
    {
        var (status, answer) = await AskAsync(operation, input.ToJsonString());
        status.ShouldBe(200, answer?.ToJsonString());
        return answer;
    }

    /// <summary>The error of an operation that is refused: one that its model declares or one that all may answer, so that clients know it.</summary>
    public async Task<(string Code, string Message)> RefusedAsync(string operation, JsonObject input)
    {
        var (status, answer) = await AskAsync(operation, input.ToJsonString());
        status.ShouldNotBe(200, answer?.ToJsonString());
        var code = (string)answer!["__type"]!;
        _models[service].Operations[operation].Errors.Concat(_common).ShouldContain(code, $"{operation} does not declare it");
        return (code, (string)answer["message"]!);
    }

    public async Task<(int Status, JsonNode? Answer)> AskAsync(string operation, string body)
    {
        var catalog = new OperationCatalog(_models, services.GetServices<OperationRegistration>());
        var endpoint = new ApiEndpoint(_models, catalog, this, services, services.GetRequiredService<IIds>(), NullLogger<ApiEndpoint>.Instance);
        if (_models[service].Protocol == ServedService.RestJson)
        {
            var asked = await endpoint.AnswerAsync(RestWire.Request(_models[service].Operations[operation], (JsonObject)JsonNode.Parse(body)!), CancellationToken.None);
            return (asked.Status, await RestWire.AnswerAsync(_models[service].Operations[operation], asked));
        }

        var request = new ApiRequest("POST", "/", "", [new("X-Amz-Target", $"{_models[service].TargetPrefix}.{operation}"), new("Host", "127.0.0.1:8080")], Encoding.UTF8.GetBytes(body));
        var response = await endpoint.AnswerAsync(request, CancellationToken.None);
        return (response.Status, response.Body.IsEmpty ? null : JsonNode.Parse(response.Body.Span));
    }

    public Task<Caller?> AdmitAsync(ApiRequest request, RoutedOperation operation, CancellationToken cancellationToken) =>
        Task.FromResult<Caller?>(new Caller("AKIATESTTESTTESTTEST", role));
}
