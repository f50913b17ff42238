namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>EventBridge's Target, as far as this machine serves it.</summary>
internal sealed record EventTarget(string Id, string Arn)
{
    public string? RoleArn { get; init; }

    public string? Input { get; init; }

    public string? InputPath { get; init; }

    public InputTransformer? InputTransformer { get; init; }

    public DeadLetterConfig? DeadLetterConfig { get; init; }

    public RetryPolicy? RetryPolicy { get; init; }
}
