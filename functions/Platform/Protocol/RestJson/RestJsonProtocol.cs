using System.Collections.Concurrent;
using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.RestJson;

/// <summary>REST-JSON: method and URI name the operation; its members are in the path, the query, the headers and the body, as the model places them.</summary>
internal sealed class RestJsonProtocol(ServiceModels models) : IWireProtocol
{
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private readonly ConcurrentDictionary<string, RestRoutes> _routes = new(StringComparer.Ordinal);

    /// <summary>By what the request is signed for, else by where its path begins.</summary>
    public ServedService? Service(ApiRequest request)
    {
        var claimed = ClaimedService.Of(request);
        return ServiceModels.Served.FirstOrDefault(service =>
            service.Protocol == ServedService.RestJson && (claimed is null ? request.Path.StartsWith(service.Mark, StringComparison.Ordinal) : service.SigningName == claimed));
    }

    public RoutedOperation Route(ApiRequest request)
    {
        var service = Service(request)!.Name;
        return _routes.GetOrAdd(service, name => new RestRoutes(models[name])).Find(request)
            ?? throw new ApiException(CommonErrors.UnknownOperation, $"{request.Method} {request.Path} is no operation of {service}.");
    }

    public OperationInput Read(RoutedOperation routed, ApiRequest request) =>
        new(RestInput.Read(routed, request), routed.Operation.StreamsInput ? SignedContent.Of(request) : null);

    public ApiResponse Write(OperationModel operation, OperationOutput output, string requestId) => RestAnswer.Of(operation, output, requestId);

    public ApiResponse WriteError(int status, string code, string message, string requestId) => new(
        StatusOf(code) ?? status,
        [new("Content-Type", "application/json"), RestAnswer.RequestId(requestId), new("x-amzn-ErrorType", code)],
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["message"] = message }, SluiceJson.Options));

    /// <summary>What no model declares has another status in REST services than in AWS JSON.</summary>
    private static int? StatusOf(string code) => code switch
    {
        CommonErrors.UnknownOperation => NotFound,
        CommonErrors.AccessDenied or CommonErrors.InvalidSignature or CommonErrors.UnrecognizedClient or CommonErrors.MissingAuthenticationToken => Forbidden,
        _ => null,
    };
}
