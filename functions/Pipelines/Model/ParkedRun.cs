using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Model;

/// <summary>A run that waits for a stage, with the task that lets it go on.</summary>
/// <param name="PipelineExecutionId">Which run.</param>
/// <param name="Number">How new it is.</param>
/// <param name="Token">See <see cref="ParkedTask"/>.</param>
/// <param name="EnteredTime">When the machine entered the state that parked; it comes to it again and again.</param>
/// <param name="RetryCount">Which delivery of that state's task.</param>
/// <param name="Step">The step that the machine had reached.</param>
/// <param name="Mode">How the run takes its turn.</param>
internal sealed record ParkedRun(string PipelineExecutionId, long Number, string Token, string EnteredTime, int RetryCount, int Step, ExecutionMode Mode = ExecutionMode.SUPERSEDED)
    : ParkedTask(Token, RetryCount)
{
    /// <summary>A late repetition of an older call must not leave its dead token in the place of this one's.</summary>
    public bool IsOlderThan(ParkedRun other) => string.CompareOrdinal(EnteredTime, other.EnteredTime) switch
    {
        0 => base.IsOlderThan(other),
        var order => order < 0,
    };

    /// <inheritdoc/>
    public override string ToString() => $"the run {PipelineExecutionId}, {base.ToString()}";
}
