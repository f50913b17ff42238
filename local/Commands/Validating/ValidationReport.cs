using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>What <c>validate</c> found; printed as it is with <c>--json</c>.</summary>
/// <param name="Files">What was checked.</param>
/// <param name="Findings">What there is to say against it, file by file in the order of their lines.</param>
/// <param name="NotChecked">What nobody was there to be asked about.</param>
internal sealed record ValidationReport(IReadOnlyList<CheckedFile> Files, IReadOnlyList<Finding> Findings, IReadOnlyList<Unasked> NotChecked)
{
    public static ValidationReport Of(IReadOnlyList<CheckedDocument> documents, Func<CheckedDocument, string> takenFor, IReadOnlyList<Fault> faults, IReadOnlyList<Unasked> unasked)
    {
        var order = documents.Select(document => document.File).ToList();
        return new ValidationReport(
            [.. documents.Select(document => new CheckedFile(document.File, document.Document.Kind, takenFor(document)))],
            [.. faults.OrderBy(fault => order.IndexOf(fault.File) is var at and >= 0 ? at : order.Count).ThenBy(fault => fault.Line).ThenBy(fault => fault.Column).Select(Finding.Of)],
            unasked);
    }
}
