namespace Sluice.Platform.Runs;

/// <summary>A task of a machine that waits. It is stored on the record of what it waits for, so that whoever changes that sees it.</summary>
/// <param name="Token">Completes the task. A bearer secret: never in a log, an event or an answer.</param>
/// <param name="RetryCount">Which delivery of the task this is (<c>$$.State.RetryCount</c>).</param>
public record ParkedTask(string Token, int RetryCount)
{
    /// <summary>Whether this delivery comes after a newer one, whose token must not be lost for this dead one's.</summary>
    public bool IsOlderThan(ParkedTask? other) => other is not null && RetryCount < other.RetryCount;

    /// <summary>Without the token.</summary>
    public override string ToString() => $"a parked task, delivery {RetryCount}";
}
