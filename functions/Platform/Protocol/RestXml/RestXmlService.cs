using System.Text.Json;
using Sluice.Platform.Protocol.Checking;
using Sluice.Platform.Protocol.Models;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Protocol.RestXml;

/// <summary>
/// A service over REST-XML: method, path, parameters and headers name the operation; its members are there and in a document in XML, as the model places them. Who asks it has looked at the signature.
/// </summary>
/// <param name="model">What it takes and answers.</param>
/// <param name="catalog">Which operations of it are built.</param>
/// <param name="services">Where those are.</param>
public sealed class RestXmlService(ServiceModel model, OperationCatalog catalog, IServiceProvider services)
{
    private const int LargestDocument = 4 * 1024 * 1024;
    private readonly XmlRoutes _routes = new(model);
    private readonly OperationDispatcher _dispatcher = new(catalog, services);

    /// <summary>The operation that a request names. The body is not looked at.</summary>
    /// <exception cref="ApiException">There is no such operation.</exception>
    public RoutedOperation Route(ApiRequest request) => _routes.Find(request);

    /// <summary>Reads the input, checks it and carries the operation out.</summary>
    /// <exception cref="ApiException">The input is refused, or the operation is, or it is not built.</exception>
    public async Task<ApiResponse> AnswerAsync(RoutedOperation routed, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var isStreamed = routed.Operation.StreamsInput;
        var ready = isStreamed ? request : request with { Body = await DocumentAsync(request, cancellationToken) };
        using var input = new OperationInput(RestInput.Read(routed, ready, XmlBody.Write), isStreamed ? request.Content ?? Stream.Null : null);
        Check(routed.Operation, input.Members.RootElement);
        return XmlAnswer.Of(model, routed.Operation, await _dispatcher.RunAsync(routed, input, context, cancellationToken));
    }

    /// <summary>All of the body, also of an operation that has no use for it: only then is it known to be as it was signed.</summary>
    private static async Task<ReadOnlyMemory<byte>> DocumentAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            return request.Body;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            _ = body.Length > LargestDocument ? throw new ApiException(XmlErrors.TooLong, $"Your request was too big: a document has at most {LargestDocument} bytes.") : 0;
        }

        return body.ToArray();
    }

    private static void Check(OperationModel operation, JsonElement input)
    {
        if (operation.Input is not { } shape || InputCheck.Faults(shape, input) is not { Count: > 0 } faults)
        {
            return;
        }

        var isDocument = faults.Any(fault => Root(fault.At) == shape.Payload?.Name);
        throw new ApiException(
            isDocument ? XmlErrors.MalformedXml : XmlErrors.InvalidArgument,
            $"{(isDocument ? "The XML you provided was not well-formed or did not validate against our published schema" : "Invalid Argument")}: {string.Join("; ", faults)}");
    }

    private static string Root(Place place) => place.Parent is { } parent ? Root(parent) : place.Segment;
}
