namespace Sluice.Platform.Documents;

/// <summary>A part of a user's document.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Path">Where it stands, e.g. <c>phases.build.commands[2]</c>; empty for the root.</param>
public abstract record DocumentNode(int Line, string Path)
{
    /// <summary>Where in its line it begins, in characters from 1; 0 if that is not known.</summary>
    public int Column { get; init; }

    /// <summary>What it is in the words of an error message, e.g. <c>a list</c>.</summary>
    public abstract string Description { get; }
}
