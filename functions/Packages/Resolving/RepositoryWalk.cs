using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Resolving;

/// <summary>In which order repositories are searched: the one that is asked, then its upstreams in their order, each with its own before the next.</summary>
internal sealed class RepositoryWalk(RepositoryStore repositories)
{
    /// <summary>How many are searched at most.</summary>
    public const int Most = 25;

    /// <summary>The repositories, each once.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<IReadOnlyList<StoredRepository>> OrderAsync(RepositoryId start, CancellationToken cancellationToken) => [.. (await WaysAsync(start, cancellationToken)).Select(way => way.End)];

    /// <summary>The repositories, each once, and by which others each is come to.</summary>
    /// <exception cref="ApiException">There is no such repository.</exception>
    public async Task<IReadOnlyList<RepositoryWay>> WaysAsync(RepositoryId start, CancellationToken cancellationToken)
    {
        var (order, open) = (new List<RepositoryWay>(), new Stack<(RepositoryWay From, string Name)>());
        order.Add(new RepositoryWay([await repositories.GetAsync(start, cancellationToken)]));
        Push(open, order[0]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Name };
        while (order.Count < Most && open.TryPop(out var next))
        {
            if (seen.Add(next.Name) && await repositories.FindAsync(start with { Name = next.Name }, cancellationToken) is { } found)
            {
                order.Add(new RepositoryWay([.. next.From.Repositories, found]));
                Push(open, order[^1]);
            }
        }

        return order;
    }

    private static void Push(Stack<(RepositoryWay From, string Name)> open, RepositoryWay way)
    {
        foreach (var name in way.End.Upstreams.Reverse())
        {
            open.Push((way, name));
        }
    }
}
