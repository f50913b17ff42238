using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud;
using Sluice.Platform.Access;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Http;

/// <summary>Brings requests to the AWS services that this machine stands in for: signed ones by what they are signed for, others by how they look.</summary>
internal sealed class EmulatedServices(IReadOnlyList<IEmulatedService> services, RequestAuthentication authentication, IIds ids, ILogger<EmulatedServices> logger)
{
    public IEmulatedService? Find(ApiRequest request) =>
        ClaimedService.Of(request) is { } claimed
            ? services.FirstOrDefault(service => service.SigningName == claimed && service.Takes(request)) ?? services.FirstOrDefault(service => service.SigningName == claimed)
            : services.FirstOrDefault(service => service.Takes(request));

    public async Task<ApiResponse> AnswerAsync(IEmulatedService service, ApiRequest request, CancellationToken cancellationToken)
    {
        var requestId = ids.Uuid();
        try
        {
            if (request.Body.Length > service.LargestBody)
            {
                // Not all of it was read, so that no signature fits it.
                return service.Refuse("RequestEntityTooLargeException", $"Request must be smaller than {service.LargestBody} bytes for the {service.OperationOf(request)} operation", requestId);
            }

            var (caller, admitted) = await AdmitAsync(service, request, cancellationToken);
            var operation = service.OperationOf(request);
            authentication.Authorize(caller, $"{service.Name}:{operation}");
            return await service.AnswerAsync(operation, admitted, new OperationContext(requestId, caller), cancellationToken);
        }
        catch (ApiException e)
        {
            return service.Refuse(e, request, requestId);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "{Service} {RequestId} failed", service.Name, requestId);
            return service.Refuse(new ApiException(CommonErrors.InternalFailure, $"The request failed by a fault of the service. Its log has the cause under the request's id {requestId}."), request, requestId);
        }
    }

    private async Task<AdmittedRequest> AdmitAsync(IEmulatedService service, ApiRequest request, CancellationToken cancellationToken) => service.StreamsBody
        ? await authentication.AdmitAsync(request, service.SigningName, cancellationToken)
        : new AdmittedRequest(await authentication.AuthenticateAsync(request, service.SigningName, cancellationToken), request);
}
