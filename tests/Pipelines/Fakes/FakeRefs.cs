using System.Collections.Concurrent;
using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Heads by repository; a repository without one cannot be read.</summary>
internal sealed class FakeRefs : IRefReader, IFetchProbe
{
    public ConcurrentDictionary<string, string> Heads { get; } = new();

    /// <summary>What each repository's HEAD is, where a test changes it.</summary>
    public ConcurrentDictionary<string, string> HeadBranches { get; } = new();

    /// <summary>Repositories whose refs can be read, and nothing else of them.</summary>
    public ConcurrentDictionary<string, bool> Unfetchable { get; } = new();

    public int Reads { get; private set; }

    public Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default) => Task.FromResult(!Unfetchable.ContainsKey(repository));

    public Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default)
    {
        Reads++;
        branch ??= HeadBranches.GetValueOrDefault(repository, "main");
        return Heads.TryGetValue(branch == "main" ? repository : $"{repository}#{branch}", out var commit)
            ? Task.FromResult(new RefHead(branch, commit))
            : throw new SourceUnavailableException($"There is no folder '{repository}'.");
    }
}
