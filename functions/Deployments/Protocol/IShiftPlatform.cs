namespace Sluice.Deployments.Protocol;

/// <summary>What a deployment decides by the platform whose traffic is shifted. The protocol of steps, intents, waits, stops and ends is shared.</summary>
internal interface IShiftPlatform
{
    /// <summary>All moves of a deployment whose shift is planned.</summary>
    IReadOnlyList<Move> Moves(DeploymentPlan plan, Shift shift);

    /// <summary>The lifecycle events in their order, as CodeDeploy shows them.</summary>
    IReadOnlyList<string> Events { get; }

    /// <summary>Judges what was read after a move was made.</summary>
    Reading Judge(Deployment record, Move move, BakeInput input, DateTimeOffset now);

    /// <summary>Whose change was found before a move is made, where the platform can only tell by reading; null if nobody's.</summary>
    string? Foreign(Deployment record, NextStepState state);

    /// <summary>Stores what a move is about to change beside the traffic, before it is changed.</summary>
    Deployment Intend(Deployment begun, Move move);

    /// <summary>What the machine needs to make a move that is no hook, added to the current step's state data.</summary>
    ShiftState Tell(Deployment record, Move move, ShiftState current);

    /// <summary>Whether a stopped deployment whose change was intended may have moved traffic. If not, what it made is given back whatever its configuration wants left.</summary>
    bool HasMoved(Deployment stopped);

    /// <summary>How the traffic of a stopped deployment whose change was intended gets back; ends it when it is there.</summary>
    Decision<Deployment, ShiftState> Restore(Deployment stopped, PlanRollbackInput input, DateTimeOffset now);

    /// <summary>The deployment's one target in the member of its type.</summary>
    DeploymentTarget Describe(Deployment record, TargetFacts facts);

    /// <summary>Whether a failure before the shift was planned can be told better than by its own words.</summary>
    string? Explain(Deployment record, CaughtError failure);
}
