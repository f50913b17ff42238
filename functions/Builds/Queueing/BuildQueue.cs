using System.Collections.Immutable;

namespace Sluice.Builds.Queueing;

/// <summary>
/// Which builds run, and in which lines how many wait. A line's builds have their turns in the order in which they came; between lines the one has the next turn whose project has the fewest running,
/// and of those the one whose last turn is longest ago, so that nobody's hundred builds keep another's one waiting. Who waits is not in here, so that it stays small.
/// </summary>
internal sealed record BuildQueue(ImmutableList<RunningBuild> Running, ImmutableDictionary<string, WaitingLine> Waiting)
{
    public static BuildQueue Empty { get; } = new([], ImmutableDictionary<string, WaitingLine>.Empty);

    /// <summary>The last place that was given out. Places go up, of all projects together.</summary>
    public long LastTicket { get; init; }

    /// <summary>How many turns there were.</summary>
    public long Turns { get; init; }

    /// <summary>Those whose turn it is, and who may not know it yet.</summary>
    public IEnumerable<RunningBuild> Untold => Running.Where(build => !build.IsTold);

    public int CountOf(string project) => Running.Count(build => build.Project == project);

    /// <summary>How many wait, in all lines.</summary>
    public int WaitingCount => Waiting.Values.Sum(line => line.Count);

    /// <summary>One more waits in the line, at the place <see cref="LastTicket"/>.</summary>
    public BuildQueue Enter(BuildLine line)
    {
        var waiting = Waiting.GetValueOrDefault(line.Name()) ?? new WaitingLine(line, 0, Turns);
        return this with { LastTicket = LastTicket + 1, Waiting = Waiting.SetItem(line.Name(), waiting with { Count = waiting.Count + 1, Line = line }) };
    }

    /// <summary>Why one that enters now has to wait; null if its turn comes at once.</summary>
    public string? Obstacle(BuildLine line, int atOnce) =>
        CountOf(line.Project) + WaitingOf(other => other.Project == line.Project) >= line.Limit ? $"{CountOf(line.Project)} of the project's {line.Limit} run"
        : line.Fleet is { } fleet && CountOfFleet(fleet) + WaitingOf(other => other.Fleet == fleet) >= line.FleetLimit ? $"{CountOfFleet(fleet)} of the fleet's {line.FleetLimit} run"
        : Running.Count + WaitingCount >= atOnce ? $"{Running.Count} of {atOnce} run"
        : null;

    /// <summary>The name of the line whose turn it is; null if nobody waits, or as many run as may.</summary>
    public string? Next(int atOnce) => Running.Count >= atOnce ? null : Waiting
        .Where(entry => HasRoom(entry.Value.Line))
        .OrderBy(entry => CountOf(entry.Value.Line.Project)).ThenBy(entry => entry.Value.LastTurn).ThenBy(entry => entry.Key, StringComparer.Ordinal)
        .Select(entry => entry.Key).FirstOrDefault();

    /// <summary>The first build of a line in which some wait has its turn.</summary>
    public BuildQueue Admit(string line, string buildId)
    {
        var of = Waiting[line].Line;
        return Left(line, Turns + 1) with { Running = Running.Add(new RunningBuild(buildId, of.Project, of.Fleet)), Turns = Turns + 1 };
    }

    /// <summary>One that waited does not wait any more, and does not run.</summary>
    public BuildQueue Leave(string line) => Left(line, Waiting.GetValueOrDefault(line)?.LastTurn ?? 0);

    /// <summary>One that ran has ended.</summary>
    public BuildQueue End(string buildId) => Running.Exists(build => build.BuildId == buildId) ? this with { Running = Running.RemoveAll(build => build.BuildId == buildId) } : this;

    /// <summary>Nobody waits in the line, whatever the count says.</summary>
    public BuildQueue Forget(string line) => this with { Waiting = Waiting.Remove(line) };

    /// <summary>Its machine knows that it is its turn, or is to be told again.</summary>
    public BuildQueue Tell(string buildId, bool isTold = true)
    {
        var place = Running.FindIndex(build => build.BuildId == buildId);
        return place < 0 || Running[place].IsTold == isTold ? this : this with { Running = Running.SetItem(place, Running[place] with { IsTold = isTold }) };
    }

    private int CountOfFleet(string fleet) => Running.Count(build => build.Fleet == fleet);

    private int WaitingOf(Func<BuildLine, bool> which) => Waiting.Values.Where(waiting => which(waiting.Line)).Sum(waiting => waiting.Count);

    private bool HasRoom(BuildLine line) => !(CountOf(line.Project) >= line.Limit) && !(line.Fleet is { } fleet && CountOfFleet(fleet) >= line.FleetLimit);

    private BuildQueue Left(string line, long lastTurn) => Waiting.GetValueOrDefault(line) is not { Count: > 1 } waiting
        ? Forget(line)
        : this with { Waiting = Waiting.SetItem(line, waiting with { Count = waiting.Count - 1, LastTurn = lastTurn }) };
}
