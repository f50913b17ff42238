namespace Sluice.Platform.Documents;

/// <summary>One thing wrong with a user's document.</summary>
/// <param name="File">The file's name as the user knows it.</param>
/// <param name="Line">From 1; 0 if the document as a whole is meant.</param>
/// <param name="Path">Where in the document, e.g. <c>phases.build.commands[2]</c>; empty for the root.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record Fault(string File, int Line, string Path, string Message)
{
    /// <summary>Where in the line, in characters from 1; 0 if that is not known.</summary>
    public int Column { get; init; }

    /// <summary>How much it matters.</summary>
    public FaultWeight Weight { get; init; }

    /// <summary>What kind of fault it is, where the reader of the document tells kinds apart.</summary>
    public string? Kind { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Path.Length > 0 ? Path + ": " : "")}{Message}";
}
