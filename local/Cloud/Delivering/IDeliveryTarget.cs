using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Delivering;

/// <summary>One kind of what messages are brought to on this machine.</summary>
internal interface IDeliveryTarget
{
    /// <summary>Of the ARNs that it takes, e.g. <c>sqs</c>.</summary>
    string Service { get; }

    /// <summary>Why nothing can be brought to this ARN; null if something can. Whether it is there is not asked.</summary>
    string? Fault(ResourceArn arn);

    /// <summary>Brings a message; it is stored there when this completes.</summary>
    /// <exception cref="DeliveryFailedException">It could not be brought.</exception>
    Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken);
}
