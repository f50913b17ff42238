using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>How far an action is whose machine calls other services for it.</summary>
internal abstract record CallingProgress : OwnProgress
{
    /// <summary>After so many steps another execution of the machine goes on, well before one's history of 25,000 events is full: a step that is tried again and again has 40.</summary>
    public const int StepsOfAnExecution = 500;

    /// <summary>Rises by one with every answer to the machine: a report of an older step is a repetition.</summary>
    public int Step { get; init; }

    /// <summary>The last answer, for repetitions.</summary>
    public MachineStep? Current { get; init; }

    /// <summary>How often the current call was repeated because the service was too busy for it.</summary>
    public int Repeats { get; init; }

    /// <summary>The <see cref="OwnAction.Nudges"/> before the last look: with more, there is no waiting.</summary>
    public int NudgesSeen { get; init; }

    /// <summary>How it ends if its machine should be gone; null if that is all that can be said.</summary>
    public ActionResult? Foreseen { get; init; }

    /// <inheritdoc/>
    public override string? Machine() => "action";

    /// <inheritdoc/>
    public override int Execution() => (Step / StepsOfAnExecution) + 1;

    /// <inheritdoc/>
    public override ActionResult? WithoutMachine() => Foreseen;

    /// <summary>What another service is at for it has to be ended first.</summary>
    public override bool EndsByStop() => false;
}
