namespace Sluice.Platform.Documents;

/// <summary>A member of a map: its name, the line of the name, and its value.</summary>
public sealed record DocumentMember(string Name, int Line, DocumentNode Value)
{
    /// <summary>Where in its line the name begins, in characters from 1; 0 if that is not known.</summary>
    public int Column { get; init; }
}
