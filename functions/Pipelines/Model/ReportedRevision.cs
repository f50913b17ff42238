using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Model;

/// <summary>A revision of a source that was reported, beside what was kept of the source before.</summary>
/// <param name="Seen">What was kept; null for nothing.</param>
/// <param name="Mark">By what it is known again.</param>
internal sealed record ReportedRevision(Versioned<SourceState>? Seen, string Mark);
