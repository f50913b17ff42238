using System.Text.Json;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Topics;

/// <summary>How SNS brings messages: over HTTP, or to what there is on this machine.</summary>
internal sealed class TopicCourse(HttpSender http, DeliveryTargets targets) : IDeliveryCourse
{
    public Task SendAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.Policy is null ? targets.SendAsync(delivery.Target, delivery, cancellationToken) : http.SendAsync(delivery, cancellationToken);

    public TimeSpan? Pause(Delivery delivery, TimeSpan age) =>
        delivery.Policy is { } policy ? JsonSerializer.Deserialize<HttpRetries>(policy, SluiceJson.Options)!.Pause(delivery.Failures) : MachineRetries.Pause(delivery.Failures);

    public Task BuryAsync(Delivery delivery, DeliveryFailedException failure, CancellationToken cancellationToken) =>
        delivery.DeadLetters is { } grave ? targets.SendAsync(grave, delivery, cancellationToken) : Task.CompletedTask;
}
