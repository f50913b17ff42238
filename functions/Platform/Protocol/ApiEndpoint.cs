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

    /// <summary>Answers a request. Only a cancelled one throws, and one whose body cannot be read to its end.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var requestId = _ids.Uuid();
        return _protocols.FirstOrDefault(one => one.Takes(request)) is { } protocol
            ? await AnswerAsync(protocol, request, requestId, cancellationToken)
            : await RefuseAsync(request, requestId, cancellationToken);
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
        var output = await _dispatcher.RunAsync(routed, input, new OperationContext(requestId, caller), cancellationToken);
        return protocol.Write(routed.Operation, output, requestId);
    }

    private async Task<ApiResponse> RefuseAsync(ApiRequest request, string requestId, CancellationToken cancellationToken)
    {
        var (call, answer) = await _unserved.AnswerAsync(request, requestId, cancellationToken);
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
