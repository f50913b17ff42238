using System.Security.Cryptography;
using System.Text;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Messages of other services to a function, which is invoked asynchronously: it is stored, and Lambda's own tries begin.</summary>
internal sealed class FunctionTarget(FunctionInvoker invoker) : IDeliveryTarget
{
    private const string NotFound = "Lambda.ResourceNotFoundException";

    public string Service => "lambda";

    public string? Fault(ResourceArn arn) => arn.Name("function:") is null ? $"'{arn.Resource}' is no function" : null;

    public async Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            await invoker.InvokeAsync(new InvocationRequest(arn, null, Encoding.UTF8.GetBytes(delivery.Body)) { Type = InvocationType.Event, RequestId = RequestId(delivery.Id) });
        }
        catch (TaskFailedException e)
        {
            throw new DeliveryFailedException(e.Error == NotFound ? "RESOURCE_NOT_FOUND" : e.Error, e.Cause, isFinal: e.Error is NotFound or "Lambda.InvalidRequestContentException" or "Lambda.InvalidParameterValueException");
        }
    }

    /// <summary>The same at every try.</summary>
    private static string RequestId(string deliveryId) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(deliveryId)).AsSpan(0, 16)).ToString();
}
