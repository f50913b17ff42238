using System.Text.Json.Nodes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What becomes of an action: it goes on by a step, or has ended.</summary>
/// <param name="Progress">How far it is.</param>
/// <param name="Step">What the machine does; null if it has ended.</param>
/// <param name="Result">How it ended.</param>
internal sealed record Move(CallingProgress Progress, MachineStep? Step, ActionResult? Result)
{
    public static Move Call(CallingProgress progress, string call, JsonObject parameters, int waitSeconds = 0) => new(progress, new MachineStep(call, parameters, waitSeconds), null);

    public static Move Wait(CallingProgress progress, TimeSpan atMost) => new(progress, MachineStep.WaitFor(atMost), null);

    public static Move End(CallingProgress progress, ActionResult result) => new(progress, null, result);

    public static Move Fail(CallingProgress progress, string message) => End(progress, ActionResult.Failed(progress.Note()?.ExternalExecutionId ?? "", message));

    /// <summary>Decides on, with nothing called in between: there is more to do than a function has time for.</summary>
    public static Move Continue(CallingProgress progress) => new(progress, MachineStep.Continue, null);
}
