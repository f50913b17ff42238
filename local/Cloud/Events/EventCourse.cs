using System.Globalization;
using System.Text.Json;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Platform.Json;

namespace Sluice.Local.Cloud.Events;

/// <summary>How EventBridge brings events. What a delivery is of is the whole event, which the dead letters get.</summary>
internal sealed class EventCourse(DeliveryTargets targets) : IDeliveryCourse
{
    public Task SendAsync(Delivery delivery, CancellationToken cancellationToken) => targets.SendAsync(delivery.Target, delivery, cancellationToken);

    public TimeSpan? Pause(Delivery delivery, TimeSpan age) => PolicyOf(delivery).Pause(delivery.Failures, age);

    public Task BuryAsync(Delivery delivery, DeliveryFailedException failure, CancellationToken cancellationToken)
    {
        if (delivery.DeadLetters is not { } grave)
        {
            return Task.CompletedTask;
        }

        var attributes = new Dictionary<string, MessageAttribute>(StringComparer.Ordinal)
        {
            ["RULE_ARN"] = Text(delivery.Origin),
            ["TARGET_ARN"] = Text(delivery.Target),
            ["ERROR_CODE"] = Text(failure.Code),
            ["ERROR_MESSAGE"] = Text(failure.Message),
            ["RETRY_ATTEMPTS"] = new MessageAttribute("Number", (delivery.Failures - 1).ToString(CultureInfo.InvariantCulture)),
        };
        if (!failure.IsFinal)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = Text(PolicyOf(delivery).Exhausted(delivery.Failures));
        }

        return targets.SendAsync(grave, delivery with { Body = delivery.Kind, Attributes = attributes }, cancellationToken);
    }

    private static RetryPolicy PolicyOf(Delivery delivery) => JsonSerializer.Deserialize<RetryPolicy>(delivery.Policy!, SluiceJson.Options)!;

    private static MessageAttribute Text(string text) => new("String", text);
}
