using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Model;

/// <summary>A source as it is now, beside what the pipeline last took up of it, which was read first. Either a revision or an error.</summary>
internal sealed record SourceSight(string ActionName, Versioned<SourceState>? Seen, SourceCommit? Revision, string? Error)
{
    /// <summary>The pause before the next look.</summary>
    public TimeSpan Next { get; init; }

    /// <summary>Whether it is on another host, which is asked less often the longer it does not answer well.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Whether nothing was asked: it is left alone for a while.</summary>
    public bool IsLeftAlone { get; init; }

    /// <summary>Whether a change of it starts a run.</summary>
    public bool IsWatched { get; init; } = true;

    /// <summary>Of a source whose trigger has filters: what its branches and tags are taken up at, once this sight is kept.</summary>
    public IReadOnlyDictionary<string, string>? Refs { get; init; }

    /// <summary>Of such a source: why its revision is released, in a sentence; null if nothing fits its filters.</summary>
    public string? Triggered { get; init; }

    public SourceState? Before => Seen?.Value;

    /// <summary>A run was started for this commit, and the branch has not moved since.</summary>
    public bool IsUnchanged => Revision is not null && Before?.CommitId == Revision.RevisionId;

    /// <summary>Whether it starts a run: what is seen for the first time does, a source with filters if they fit, and another one if it has changed.</summary>
    public bool IsNews => Revision is not null && (Before?.CommitId is null || (Refs is null ? IsWatched && !IsUnchanged : Triggered is not null));

    /// <summary>What is kept of it if no run is started: that it can be read or not. A commit that no run was started for is news at the next look, too, unless its trigger's filters have passed it by.</summary>
    public SourceState Kept(DateTimeOffset now)
    {
        var kept = (Before ?? new SourceState(ActionName, null, null, null, now)) with { Error = Error, Since = now, Refs = Error is null && Before?.CommitId is not null ? Refs : Before?.Refs };
        return IsLeftAlone || !IsRemote ? kept
            : Error is null ? kept with { Failures = 0, NotBefore = null }
            : kept with { Failures = kept.Failures + 1, NotBefore = now + Next };
    }

    /// <summary>What is kept of it with a run that releases it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="now">When it is started.</param>
    /// <param name="isLastTry">Whether it stays as it ends.</param>
    public SourceState TakenUp(string run, DateTimeOffset now, bool isLastTry) =>
        new(ActionName, Revision!.RevisionId, Revision.Branch, null, now, Revision.Repository, isLastTry ? null : run) { Refs = Refs };
}
