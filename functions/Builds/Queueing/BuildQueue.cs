using System.Collections.Immutable;

namespace Sluice.Builds.Queueing;

/// <summary>The builds that run, and those that wait, the first of them first. Every decision may be made twice.</summary>
internal sealed record BuildQueue(ImmutableList<QueuedBuild> Running, ImmutableList<QueuedBuild> Waiting)
{
    public static BuildQueue Empty { get; } = new([], []);

    /// <summary>Those whose turn it is, and who may not know it yet.</summary>
    public IEnumerable<QueuedBuild> Untold => Running.Where(build => !build.IsTold);

    public bool Waits(string buildId) => Waiting.Exists(build => build.BuildId == buildId);

    /// <summary>At the end; in its own place if it is there already, with the token of the machine's newer task.</summary>
    public BuildQueue Enter(string buildId, string taskToken, int atOnce)
    {
        var build = new QueuedBuild(buildId, taskToken);
        var (running, waiting) = (Place(Running, buildId), Place(Waiting, buildId));
        var entered = running >= 0 ? this with { Running = Running.SetItem(running, build) }
            : waiting >= 0 ? this with { Waiting = Waiting.SetItem(waiting, build) }
            : this with { Waiting = Waiting.Add(build) };
        return entered.Admit(atOnce);
    }

    /// <summary>It has ended, whether its turn came or not.</summary>
    public BuildQueue Leave(IReadOnlyCollection<string> ended, int atOnce) =>
        new BuildQueue(Running.RemoveAll(build => ended.Contains(build.BuildId)), Waiting.RemoveAll(build => ended.Contains(build.BuildId))).Admit(atOnce);

    public BuildQueue Tell(QueuedBuild build)
    {
        var place = Running.IndexOf(build);
        return place < 0 ? this : this with { Running = Running.SetItem(place, build with { IsTold = true }) };
    }

    private BuildQueue Admit(int atOnce)
    {
        var next = Waiting.Take(Math.Max(0, atOnce - Running.Count)).ToList();
        return next.Count == 0 ? this : new BuildQueue(Running.AddRange(next), Waiting.RemoveRange(0, next.Count));
    }

    private static int Place(ImmutableList<QueuedBuild> builds, string buildId) => builds.FindIndex(build => build.BuildId == buildId);
}
