using System.Collections.Immutable;

namespace Sluice.Builds.Queueing;

/// <summary>
/// Which builds run, and of which projects how many wait. Each project's builds have their turns in the order in which they came; between projects the one has the next turn that has the fewest running,
/// and of those the one whose last turn is longest ago, so that nobody's hundred builds keep another's one waiting. Who waits is not in here, so that it stays small.
/// </summary>
internal sealed record BuildQueue(ImmutableList<RunningBuild> Running, ImmutableDictionary<string, WaitingProject> Waiting)
{
    public static BuildQueue Empty { get; } = new([], ImmutableDictionary<string, WaitingProject>.Empty);

    /// <summary>The last place that was given out. Places go up, of all projects together.</summary>
    public long LastTicket { get; init; }

    /// <summary>How many turns there were.</summary>
    public long Turns { get; init; }

    /// <summary>Those whose turn it is, and who may not know it yet.</summary>
    public IEnumerable<RunningBuild> Untold => Running.Where(build => !build.IsTold);

    public int CountOf(string project) => Running.Count(build => build.Project == project);

    /// <summary>How many wait, of all projects.</summary>
    public int WaitingCount => Waiting.Values.Sum(project => project.Count);

    /// <summary>One more of the project waits, at the place <see cref="LastTicket"/>.</summary>
    public BuildQueue Enter(string project, int? limit)
    {
        var waiting = Waiting.GetValueOrDefault(project) ?? new WaitingProject(0, limit, Turns);
        return this with { LastTicket = LastTicket + 1, Waiting = Waiting.SetItem(project, waiting with { Count = waiting.Count + 1, Limit = limit }) };
    }

    /// <summary>Why one that enters now has to wait; null if its turn comes at once.</summary>
    public string? Obstacle(string project, int? limit, int atOnce) =>
        CountOf(project) + (Waiting.GetValueOrDefault(project)?.Count ?? 0) >= limit ? $"{CountOf(project)} of the project's {limit} run"
        : Running.Count + WaitingCount >= atOnce ? $"{Running.Count} of {atOnce} run"
        : null;

    /// <summary>The project whose turn it is; null if nobody waits, or as many run as may.</summary>
    public string? Next(int atOnce) => Running.Count >= atOnce ? null : Waiting
        .Where(entry => entry.Value.Limit is not { } limit || CountOf(entry.Key) < limit)
        .OrderBy(entry => CountOf(entry.Key)).ThenBy(entry => entry.Value.LastTurn).ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => entry.Key).FirstOrDefault();

    /// <summary>The project's first build has its turn.</summary>
    public BuildQueue Admit(string project, string buildId) =>
        Left(project, Turns + 1) with { Running = Running.Add(new RunningBuild(buildId, project)), Turns = Turns + 1 };

    /// <summary>One that waited does not wait any more, and does not run.</summary>
    public BuildQueue Leave(string project) => Left(project, Waiting.GetValueOrDefault(project)?.LastTurn ?? 0);

    /// <summary>One that ran has ended.</summary>
    public BuildQueue End(string buildId) => Running.Exists(build => build.BuildId == buildId) ? this with { Running = Running.RemoveAll(build => build.BuildId == buildId) } : this;

    /// <summary>Nobody of the project waits, whatever the count says.</summary>
    public BuildQueue Forget(string project) => this with { Waiting = Waiting.Remove(project) };

    /// <summary>Its machine knows that it is its turn, or is to be told again.</summary>
    public BuildQueue Tell(string buildId, bool isTold = true)
    {
        var place = Running.FindIndex(build => build.BuildId == buildId);
        return place < 0 || Running[place].IsTold == isTold ? this : this with { Running = Running.SetItem(place, Running[place] with { IsTold = isTold }) };
    }

    private BuildQueue Left(string project, long lastTurn) => Waiting.GetValueOrDefault(project) is not { Count: > 1 } waiting
        ? Forget(project)
        : this with { Waiting = Waiting.SetItem(project, waiting with { Count = waiting.Count - 1, LastTurn = lastTurn }) };
}
