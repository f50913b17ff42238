using Sluice.Pipelines.Definitions;

namespace Sluice.Local.Commands.Validating;

/// <summary>A pipeline.</summary>
internal sealed record CheckedPipeline(FoundDocument Document, ExaminedPipeline Read) : CheckedDocument(Document, Read.Faults, Read.Places);
