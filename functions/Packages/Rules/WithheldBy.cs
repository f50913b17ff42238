namespace Sluice.Packages.Rules;

/// <summary>Kinds of rules by which versions are withheld, the strongest first.</summary>
internal enum WithheldBy
{
    /// <summary>It is in quarantine in the whole domain.</summary>
    Quarantine,

    /// <summary>It is named by a list of what is not given.</summary>
    Block,

    /// <summary>It is not named by the list of what alone is given.</summary>
    Allow,

    /// <summary>It was published after the time at which the set was frozen.</summary>
    Frozen,

    /// <summary>It was published after the time as of which the token resolves.</summary>
    AsOf,

    /// <summary>It is too young.</summary>
    MinimumAge,
}
