using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>How far an action is whose machine calls other services for it.</summary>
internal abstract record CallingProgress : OwnProgress
{
    /// <summary>Rises by one with every answer to the machine: a report of an older step is a repetition.</summary>
    public int Step { get; init; }

    /// <summary>The last answer, for repetitions.</summary>
    public MachineStep? Current { get; init; }

    /// <summary>The <see cref="OwnAction.Nudges"/> before the last look: with more, there is no waiting.</summary>
    public int NudgesSeen { get; init; }

    /// <inheritdoc/>
    public override string? Machine() => "action";

    /// <summary>What another service is at for it has to be ended first.</summary>
    public override bool EndsByStop() => false;
}
