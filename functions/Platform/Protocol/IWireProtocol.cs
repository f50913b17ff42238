using Sluice.Platform.Protocol.Models;

namespace Sluice.Platform.Protocol;

/// <summary>
/// How a family of services puts operations into HTTP: AWS JSON by a header and a body, REST-JSON by method, path, query, headers and a body.
/// </summary>
internal interface IWireProtocol
{
    /// <summary>The service of ours that the request is for, if it is of this protocol: even an error is answered in its form. No model is read for it.</summary>
    ServedService? Service(ApiRequest request);

    /// <summary>The operation that the request names. The body is not looked at.</summary>
    /// <exception cref="ApiException">There is no such operation.</exception>
    RoutedOperation Route(ApiRequest request);

    /// <summary>The input, wherever its members were.</summary>
    /// <exception cref="ApiException">It cannot be read.</exception>
    OperationInput Read(RoutedOperation routed, ApiRequest request);

    /// <summary>The answer with an output in the clients' form; empty if there is none.</summary>
    ApiResponse Write(OperationModel operation, OperationOutput output, string requestId);

    /// <summary>The answer with an error.</summary>
    ApiResponse WriteError(int status, string code, string message, string requestId);
}
