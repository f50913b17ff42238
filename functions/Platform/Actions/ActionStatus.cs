namespace Sluice.Platform.Actions;

/// <summary>How an action ended.</summary>
public enum ActionStatus
{
    /// <summary>It is done.</summary>
    Succeeded,

    /// <summary>It is not; the message says why.</summary>
    Failed,
}
