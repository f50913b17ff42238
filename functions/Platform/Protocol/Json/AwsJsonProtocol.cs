using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol.Json;

/// <summary>AWS JSON 1.1: <c>X-Amz-Target</c> names the operation, the body is its input.</summary>
internal sealed class AwsJsonProtocol(ServiceModels models) : IWireProtocol
{
    /// <summary>The header that names the operation.</summary>
    public const string TargetHeader = "X-Amz-Target";

    private const string ContentType = "application/x-amz-json-1.1";

    /// <summary>By the target, else by what the request is signed for.</summary>
    public ServedService? Service(ApiRequest request)
    {
        var claimed = ClaimedService.Of(request);
        var prefix = request.Header(TargetHeader) is { } target ? Split(target).Prefix : null;
        return ServiceModels.Served.FirstOrDefault(service => service.Protocol == ServedService.Json && service.IsTarget(prefix))
            ?? ServiceModels.Served.FirstOrDefault(service => service.Protocol == ServedService.Json && service.SigningName == claimed);
    }

    public RoutedOperation Route(ApiRequest request)
    {
        var service = models[Service(request)!.Name];
        var target = request.Header(TargetHeader)
            ?? throw new ApiException(CommonErrors.UnknownOperation, $"{request.Method} {request.Path} names no operation of {service.Name}: expected the header {TargetHeader}.");
        var (prefix, name) = Split(target);
        return Service(request)!.IsTarget(prefix) && service.Operations.TryGetValue(name, out var operation)
            ? new RoutedOperation(service, operation)
            : throw new ApiException(CommonErrors.UnknownOperation, $"No operation is named '{target}'.");
    }

    public OperationInput Read(RoutedOperation routed, ApiRequest request) => new(JsonBody.Read(request.Body), Content: null);

    public ApiResponse Write(OperationModel operation, OperationOutput output, string requestId) =>
        new(200, Headers(requestId), operation.Output is { } shape ? WireDocument.ForClients(shape, output.Members) : default);

    public ApiResponse WriteError(int status, string code, string message, string requestId) =>
        new(status, Headers(requestId), JsonSerializer.SerializeToUtf8Bytes(new WireError(code, message), SluiceJson.Options));

    private static (string Prefix, string Name) Split(string target)
    {
        var dot = target.LastIndexOf('.');
        return (target[..Math.Max(dot, 0)], target[(dot + 1)..]);
    }

    private static List<KeyValuePair<string, string>> Headers(string requestId) => [new("Content-Type", ContentType), new("x-amzn-RequestId", requestId)];
}
