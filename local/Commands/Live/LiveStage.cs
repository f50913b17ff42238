using System.Collections.Immutable;

namespace Sluice.Local.Commands.Live;

/// <summary>A stage of a run.</summary>
/// <param name="Began">Since the view began.</param>
internal sealed record LiveStage(string Name, TimeSpan Began)
{
    /// <summary>The actions that are going on.</summary>
    public ImmutableHashSet<string> Going { get; init; } = [];

    /// <summary>How long it took; null while an action goes on.</summary>
    public TimeSpan? Took { get; init; }

    public bool HasFailed { get; init; }
}
