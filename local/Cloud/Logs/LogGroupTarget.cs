using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Logs.Storage;
using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Logs;

/// <summary>Messages of other services to a log group: a stream for each rule that sends them.</summary>
internal sealed class LogGroupTarget(LogCatalog catalog, LogSink sink, TimeProvider time) : IDeliveryTarget
{
    private const string Kind = "log-group:";

    public string Service => "logs";

    public string? Fault(ResourceArn arn) => arn.Name(Kind) is null ? $"'{arn.Resource}' is no log group" : null;

    public async Task SendAsync(string arn, Delivery delivery, CancellationToken cancellationToken)
    {
        var name = ResourceArn.Read(arn)!.Name(Kind)!;
        var group = name.EndsWith(":*", StringComparison.Ordinal) ? name[..^2] : name;
        if (await catalog.FindAsync(group, cancellationToken) is null)
        {
            throw new DeliveryFailedException("RESOURCE_NOT_FOUND", $"There is no log group {group}.", isFinal: true);
        }

        var stream = delivery.Origin[(delivery.Origin.LastIndexOf('/') + 1)..];
        await sink.AppendAsync(group, stream, [new LogEvent(time.GetUtcNow().ToUnixTimeMilliseconds(), delivery.Body)], cancellationToken);
    }
}
