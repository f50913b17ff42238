using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>Something that there is to say against a document.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">The document.</param>
/// <param name="Line">From 1; null if the document as a whole is meant.</param>
/// <param name="Column">In characters from 1; null if it is not known.</param>
/// <param name="Path">Where in the document; null for the whole.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record Finding(FindingSeverity Severity, string File, int? Line, int? Column, string? Path, string Message)
{
    public static Finding Of(Fault fault) => new(
        fault.Weight == FaultWeight.Doubtful ? FindingSeverity.Warning : FindingSeverity.Error,
        fault.File,
        fault.Line > 0 ? fault.Line : null,
        fault is { Line: > 0, Column: > 0 } ? fault.Column : null,
        fault.Path.Length > 0 ? fault.Path : null,
        fault.Message);
}
