using Sluice.Platform.Documents;

namespace Sluice.Local.Commands.Validating;

/// <summary>What is none of them.</summary>
internal sealed record UnknownDocument(FoundDocument Document) : CheckedDocument(Document, [new Fault(Document.File, 0, "", DocumentKinds.Expected)], DocumentPlaces.None);
