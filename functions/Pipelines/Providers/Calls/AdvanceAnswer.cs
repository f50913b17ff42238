using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What an action's machine does next.</summary>
/// <param name="ActionExecutionId">The action.</param>
/// <param name="Step">To be given back with what the call brings.</param>
/// <param name="Next">Which state is next.</param>
/// <param name="Parameters">The call's parameters.</param>
/// <param name="WaitSeconds">How long it pauses before.</param>
public sealed record AdvanceAnswer(string ActionExecutionId, int Step, string Next, JsonObject Parameters, int WaitSeconds)
{
    /// <summary>Where the machine puts what the call brings: an output or an error.</summary>
    public JsonObject Seen { get; } = ActionMachine.Nothing();

    /// <summary>The same without the pause, by which the machine's Choice goes when it comes to it again; null if there is none.</summary>
    public AdvanceAnswer? AfterPause => WaitSeconds > 0 && Next != MachineStep.Park ? this with { WaitSeconds = 0 } : null;
}
