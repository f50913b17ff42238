using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>What an action's machine does next.</summary>
/// <param name="Next">The state of the machine that makes the call, e.g. <c>DescribeStacks</c>; <see cref="Park"/> or <see cref="Ended"/>.</param>
/// <param name="Parameters">The call's parameters, as the service's API names them.</param>
/// <param name="WaitSeconds">How long it pauses before; for <see cref="Park"/>, how long it waits at most.</param>
internal sealed record MachineStep(string Next, JsonObject Parameters, int WaitSeconds = 0)
{
    /// <summary>Waits until something happens.</summary>
    public const string Park = "Park";

    /// <summary>There is nothing more to do.</summary>
    public const string Ended = "Ended";

    public static MachineStep Continue { get; } = new(nameof(Continue), []);

    public static MachineStep End { get; } = new(Ended, []);

    public static MachineStep WaitFor(TimeSpan atMost) => new(Park, [], Math.Max(1, (int)Math.Ceiling(atMost.TotalSeconds)));
}
