using Microsoft.Extensions.Logging;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol.Json;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;
using Sluice.Platform.Protocol.Unserved;

namespace Sluice.Platform.Protocol;

/// <summary>
/// The wire API: a request in, an answer out, whatever carries them. It finds the operation, asks the gate, reads, checks and runs, and every fault becomes AWS's error for it.
/// </summary>
public sealed class ApiEndpoint
{
    private const int OurFault = 500;
    private readonly IReadOnlyList<IWireProtocol> _protocols;
    private readonly UnservedRequests _unserved;
    private readonly OperationDispatcher _dispatcher;
    private readonly IRequestGate _gate;
    private readonly IIds _ids;
    private readonly ILogger<ApiEndpoint> _logger;

    /// <summary>Registered by the platform.</summary>
    public ApiEndpoint(
        ServiceModels models, OperationCatalog catalog, IRequestGate gate, IServiceProvider services, IIds ids, ILogger<ApiEndpoint> logger, IEnumerable<ServedBeside>? beside = null)
    {
        _protocols = [new AwsJsonProtocol(models), new RestJsonProtocol(models)];
        _unserved = new UnservedRequests(catalog, beside ?? []);
        _dispatcher = new OperationDispatcher(catalog, services);
        (_gate, _ids, _logger) = (gate, ids, logger);
    }

    /// <summary>Answers a request for any of the services. Only a cancelled one throws, and one whose body cannot be read to its end.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) => AnswerAsync(only: null, request, cancellationToken);

    /// <summary>Answers a request at the endpoint of one service, whose rights are all that it has: one for another service is told where that is. It throws as the other does.</summary>
    /// <param name="only">The service's name, e.g. <c>codedeploy</c>.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<ApiResponse> AnswerAsync(string? only, ApiRequest request, CancellationToken cancellationToken)
    {
        var requestId = _ids.Uuid();
        return _protocols.Select(protocol => (Protocol: protocol, Service: protocol.Service(request))).FirstOrDefault(candidate => candidate.Service is not null) switch
        {
            (_, null) => await RefuseAsync(only, request, requestId, cancellationToken),
            var (protocol, service) when only is null || service.Name == only => await AnswerAsync(protocol, request, requestId, cancellationToken),
            var (protocol, service) => Elsewhere(only, protocol, service, request, requestId),
        };
    }

    private async Task<ApiResponse> AnswerAsync(IWireProtocol protocol, ApiRequest request, string requestId, CancellationToken cancellationToken)
    {
        RoutedOperation routed;
        try
        {
            routed = protocol.Route(request);
        }
        catch (Exception e)
        {
            return Error(protocol, routed: null, e, requestId);
        }

        // A client that hangs up in the middle of its body is no fault of ours, and there is nobody to answer.
        var ready = routed.Operation.StreamsInput ? request : await request.WithBodyAsync(cancellationToken);
        try
        {
            return await RunAsync(protocol, routed, ready, requestId, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return Error(protocol, routed, e, requestId);
        }
    }

    private async Task<ApiResponse> RunAsync(IWireProtocol protocol, RoutedOperation routed, ApiRequest request, string requestId, CancellationToken cancellationToken)
    {
        var caller = await _gate.AdmitAsync(request, routed, cancellationToken);
        using var input = protocol.Read(routed, request);
        var output = await _dispatcher.RunAsync(routed, input, new OperationContext(requestId, caller) { Endpoint = EndpointOf(request), Service = routed.Service.Name }, cancellationToken);
        return protocol.Write(routed.Operation, output, requestId);
    }

    /// <summary>By the host that the request was sent to, which its signature covers. A function URL says how it was reached; on one machine it is plain HTTP.</summary>
    private static string? EndpointOf(ApiRequest request) => request.Header("host") is { } host ? $"{request.Header("x-forwarded-proto") ?? "http"}://{host}" : null;

    // Neither the signature is looked at nor the other service's model: where a service is, is no secret.
    private ApiResponse Elsewhere(string only, IWireProtocol protocol, ServedService service, ApiRequest request, string requestId)
    {
        var call = (UnservedCall.Of(request) with { Service = service.Name }).Text;
        _logger.LogInformation("{Call} {RequestId} is refused: this is {Service}'s endpoint", call, requestId, only);
        var message = $"{call} is not served here: this is the endpoint of {only}. Give clients the one of {service.Name}, as {service.EndpointVariable}.";
        return protocol.WriteError(ErrorStatus.Of(CommonErrors.UnknownOperation, service: null), CommonErrors.UnknownOperation, message, requestId);
    }

    private async Task<ApiResponse> RefuseAsync(string? only, ApiRequest request, string requestId, CancellationToken cancellationToken)
    {
        var (call, answer) = await _unserved.AnswerAsync(only, request, requestId, cancellationToken);
        _logger.LogInformation("{Call} {RequestId} is refused: it is not served", call, requestId);
        return answer;
    }

    private ApiResponse Error(IWireProtocol protocol, RoutedOperation? routed, Exception e, string requestId)
    {
        if (ErrorStatus.Code(e, routed?.Operation) is { } code)
        {
            _logger.LogInformation("{Action} {RequestId} is refused: {Code}: {Message}", routed?.Action, requestId, code, e.Message);
            return protocol.WriteError(ErrorStatus.Of(code, routed?.Service), code, e.Message, requestId);
        }

        _logger.LogError(e, "{Action} {RequestId} failed", routed?.Action, requestId);
        return protocol.WriteError(OurFault, CommonErrors.InternalFailure, $"The request failed by a fault of the service. Its log has the cause under the request's id {requestId}.", requestId);
    }
}
