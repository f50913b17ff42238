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
    public async Task<IReadOnlyList<StoredRepository>> OrderAsync(RepositoryId start, CancellationToken cancellationToken)
    {
        var (order, open) = (new List<StoredRepository>(), new Stack<string>());
        order.Add(await repositories.GetAsync(start, cancellationToken));
        Push(open, order[0]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Name };
        while (order.Count < Most && open.TryPop(out var name))
        {
            if (seen.Add(name) && await repositories.FindAsync(start with { Name = name }, cancellationToken) is { } found)
            {
                order.Add(found);
                Push(open, found);
            }
        }

        return order;
    }

    private static void Push(Stack<string> open, StoredRepository repository)
    {
        foreach (var name in repository.Upstreams.Reverse())
        {
            open.Push(name);
        }
    }
}
