using Sluice.Pipelines.Model;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>What was released of a source.</summary>
internal static class SourceAttributes
{
    public static IEnumerable<SpanAttribute> Of(SourceCommit source) =>
    [
        new(CicdAttributes.Repository, source.Repository.Contains("://", StringComparison.Ordinal) ? source.Repository : null),
        new(CicdAttributes.Branch, source.Branch is { Length: > 0 } branch ? branch : null),
        new(CicdAttributes.Revision, source.RevisionId),
    ];
}
