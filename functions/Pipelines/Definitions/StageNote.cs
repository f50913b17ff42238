using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>A stage, and the stages that it names as those it needs; null if it names none.</summary>
internal sealed record StageNote(MappingReader Place, string Name, IReadOnlyList<string>? Needs);
