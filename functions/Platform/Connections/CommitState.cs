namespace Sluice.Platform.Connections;

/// <summary>How far what is made of a commit is.</summary>
public enum CommitState
{
    /// <summary>It goes on.</summary>
    Pending,

    /// <summary>It is well.</summary>
    Success,

    /// <summary>It is not.</summary>
    Failure,

    /// <summary>It was stopped, or could not be made.</summary>
    Error,
}
