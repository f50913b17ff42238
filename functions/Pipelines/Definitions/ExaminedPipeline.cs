using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>A pipeline document, read as far as it can be read.</summary>
/// <param name="Declared">What it says; null if it is no document at all.</param>
/// <param name="Faults">All that there is to say against it.</param>
/// <param name="Places">Where its parts stand.</param>
/// <param name="Actions">Its actions, in the order of the document.</param>
/// <param name="Named">Where variables of actions are referred to.</param>
internal sealed record ExaminedPipeline(
    PipelineDeclaration? Declared, IReadOnlyList<Fault> Faults, DocumentPlaces Places, IReadOnlyList<ReadAction> Actions, IReadOnlyList<NamedUse> Named);
