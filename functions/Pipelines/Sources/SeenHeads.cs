using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace Sluice.Pipelines.Sources;

/// <summary>What servers answered that gave their answers a mark (an ETag): with it they can be asked whether anything is new.</summary>
internal sealed class SeenHeads
{
    private const int Most = 2000;
    private readonly ConcurrentDictionary<(string Repository, string Branch), (EntityTagHeaderValue Mark, RefHead Head)> _seen = new();

    public (EntityTagHeaderValue Mark, RefHead Head)? Find(string repository, string? branch) =>
        branch is not null && _seen.TryGetValue((repository, branch), out var seen) ? seen : null;

    public void Keep(string repository, RefHead head, EntityTagHeaderValue? mark)
    {
        if (mark is null)
        {
            _seen.TryRemove((repository, head.Branch), out _);
            return;
        }

        if (_seen.Count >= Most)
        {
            _seen.Clear();
        }

        _seen[(repository, head.Branch)] = (mark, head);
    }
}
