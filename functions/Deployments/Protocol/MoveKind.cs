namespace Sluice.Deployments.Protocol;

/// <summary>What a move does.</summary>
internal enum MoveKind
{
    /// <summary>Runs a hook.</summary>
    Hook,

    /// <summary>Divides the traffic anew.</summary>
    Shift,

    /// <summary>Makes what divides the traffic, for a first deployment.</summary>
    Create,

    /// <summary>Divides the test traffic anew.</summary>
    ShiftTest,

    /// <summary>Makes the replacement and waits until it is healthy.</summary>
    Install,

    /// <summary>Makes the replacement the primary.</summary>
    Promote,

    /// <summary>Waits for people.</summary>
    Wait,

    /// <summary>Takes the original's tasks away.</summary>
    ScaleDown,

    /// <summary>Ends the original.</summary>
    Delete,
}
