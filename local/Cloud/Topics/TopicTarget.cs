using Sluice.Local.Cloud.Delivering;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Topics;

/// <summary>Messages of other services to a topic.</summary>
internal sealed class TopicTarget(TopicBook book, Publishing publishing) : IDeliveryTarget
{
    public string Service => "sns";

    public string? Fault(ResourceArn arn) => arn.Resource.EndsWith(".fifo", StringComparison.Ordinal) ? $"'{arn.Resource}' is a FIFO topic, which is not served on this machine" : null;

    public Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            publishing.Publish(book.Get(arn).Arn, delivery.Body, null, isByProtocol: false, new Dictionary<string, MessageAttribute>(StringComparer.Ordinal), MessageId(delivery.Id));
            return Task.CompletedTask;
        }
        catch (TaskFailedException e)
        {
            throw new DeliveryFailedException("RESOURCE_NOT_FOUND", e.Cause, isFinal: true);
        }
    }

    /// <summary>The same at every try.</summary>
    private static string MessageId(string deliveryId) => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(deliveryId)).AsSpan(0, 16)).ToString();
}
