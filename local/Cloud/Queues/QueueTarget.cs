using Sluice.Local.Cloud.Delivering;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Queues;

/// <summary>Messages of other services to a queue.</summary>
internal sealed class QueueTarget(QueueBook book) : IDeliveryTarget
{
    public string Service => "sqs";

    public string? Fault(ResourceArn arn) => arn.Resource.EndsWith(".fifo", StringComparison.Ordinal) ? $"'{arn.Resource}' is a FIFO queue, which is not served on this machine" : null;

    public Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        var queue = book.Names.OfArn(arn) is { } name ? book.Find(name) : null;
        if (queue is null)
        {
            throw new DeliveryFailedException("RESOURCE_NOT_FOUND", $"There is no queue {arn}.", isFinal: true);
        }

        if (MessageRules.Fault(delivery.Body, delivery.Attributes, null, queue) is { } fault)
        {
            throw new DeliveryFailedException("INVALID_PARAMETER", fault.Message, isFinal: true);
        }

        book.Send(queue, delivery.Body, delivery.Attributes);
        return Task.CompletedTask;
    }
}
