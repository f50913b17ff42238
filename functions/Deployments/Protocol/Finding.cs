namespace Sluice.Deployments.Protocol;

/// <summary>What was found after a move was made.</summary>
internal enum Finding
{
    /// <summary>What the move wanted.</summary>
    AsIntended,

    /// <summary>What was there before the move: to be made again.</summary>
    NotSet,

    /// <summary>Neither: someone else's change.</summary>
    Foreign,

    /// <summary>It is on its way: to be looked at again.</summary>
    NotYet,

    /// <summary>It will not come.</summary>
    TooLate,
}
