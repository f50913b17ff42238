namespace Sluice.Local.Commands.Validating;

/// <summary>Whether a source action takes the folder at hand.</summary>
internal enum Nearness
{
    /// <summary>It is another repository, or no repository at all.</summary>
    Other,

    /// <summary>It may be: the folder does not say where it comes from.</summary>
    Possible,

    /// <summary>It is.</summary>
    Same,
}
