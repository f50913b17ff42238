using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Delivering;

/// <summary>All that messages can be brought to on this machine.</summary>
internal sealed class DeliveryTargets(CloudIdentity identity)
{
    private readonly Dictionary<string, IDeliveryTarget> _byService = new(StringComparer.Ordinal);

    /// <summary>Set up before anything is sent: the services that send are also sent to.</summary>
    public void Add(params ReadOnlySpan<IDeliveryTarget> targets)
    {
        foreach (var target in targets)
        {
            _byService[target.Service] = target;
        }
    }

    /// <summary>Why nothing can be sent there; null if something can.</summary>
    public string? Fault(string arn)
    {
        if (ResourceArn.Read(arn) is not { } read)
        {
            return $"'{arn}' is no ARN";
        }

        if (read.Region != identity.Region || read.AccountId != identity.AccountId)
        {
            return $"'{arn}' is not of this machine, which is {identity.AccountId} in {identity.Region}";
        }

        return _byService.TryGetValue(read.Service, out var target)
            ? target.Fault(read)
            : $"'{arn}' is of {read.Service}, to which this machine sends nothing: it sends to {string.Join(", ", _byService.Keys.Order(StringComparer.Ordinal))}";
    }

    /// <exception cref="DeliveryFailedException">It could not be brought.</exception>
    public Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken) => Fault(arn) is { } fault
        ? throw new DeliveryFailedException("INVALID_PARAMETER", fault, isFinal: true)
        : _byService[ResourceArn.Read(arn)!.Service].SendAsync(arn, delivery, cancellationToken);
}
