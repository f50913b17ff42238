namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>EventBridge's DeadLetterConfig: a queue.</summary>
internal sealed record DeadLetterConfig(string? Arn);
