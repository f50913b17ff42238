using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.Workers;

/// <summary>The machine's task that waits for a job.</summary>
/// <param name="Token">See <see cref="ParkedTask"/>.</param>
/// <param name="EnteredTime">When the machine entered the state; it comes to it again and again.</param>
/// <param name="RetryCount">Which delivery of that state's task.</param>
internal sealed record ParkedJob(string Token, string EnteredTime, int RetryCount) : ParkedTask(Token, RetryCount)
{
    /// <summary>A late repetition of an older call must not leave its dead token in the place of this one's.</summary>
    public bool IsOlderThan(ParkedJob? other) => other is not null && string.CompareOrdinal(EnteredTime, other.EnteredTime) switch
    {
        0 => base.IsOlderThan(other),
        var order => order < 0,
    };

    /// <inheritdoc/>
    public override string ToString() => base.ToString();
}
