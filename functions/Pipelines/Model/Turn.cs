using System.Collections.Immutable;

namespace Sluice.Pipelines.Model;

/// <summary>
/// What a decision about a run sees and what it makes of it: the run, the locks of its pipeline's stages and the other runs that wait at them. A decision
/// returns a changed copy; the store writes the differences, and the events that follow from them, in one transaction.
/// </summary>
internal sealed record Turn(
    PipelineDeclaration Pipeline,
    PipelineRun Run,
    ImmutableDictionary<string, StageLock> Locks,
    ImmutableDictionary<string, PipelineRun> Waiting,
    DateTimeOffset Now)
{
    /// <summary>The variables that actions of this run gave, by the action's execution.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Given { get; init; } = ImmutableDictionary<string, IReadOnlyDictionary<string, string>>.Empty;

    /// <summary>Of a rollback: the variables of the run that it goes back to, by namespace.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Inherited { get; init; } = ImmutableDictionary<string, IReadOnlyDictionary<string, string>>.Empty;

    /// <summary>Runs that may go on, or must end, once this is written.</summary>
    public ImmutableList<ParkedRun> Wakes { get; init; } = [];

    public StageLock Lock(string stage) => Locks.GetValueOrDefault(stage) ?? new StageLock(stage);

    public Turn With(StageLock stage) => this with { Locks = Locks.SetItem(stage.StageName, stage) };

    public Turn With(PipelineRun run) => this with { Run = run };

    public Turn Wake(ParkedRun? parked) => parked is null ? this : this with { Wakes = Wakes.Add(parked) };
}
