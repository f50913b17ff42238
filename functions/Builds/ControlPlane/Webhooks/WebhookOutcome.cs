namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>What a delivery does.</summary>
public enum WebhookOutcome
{
    /// <summary>There is no build.</summary>
    None,

    /// <summary>A build starts.</summary>
    Starts,

    /// <summary>A build waits for an approver's comment.</summary>
    Waits,

    /// <summary>It is the comment that a build may wait for.</summary>
    Approves,
}
