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

    /// <summary>Thrown instead of an answer.</summary>
    public ConcurrentDictionary<string, SourceUnavailableException> Faults { get; } = new();

    /// <summary>Repositories that never answer.</summary>
    public ConcurrentDictionary<string, bool> Hanging { get; } = new();

    private int _reads;

    public int Reads => _reads;

    public Task<bool> CanFetchAsync(string repository, string commit, CancellationToken cancellationToken = default) => Task.FromResult(!Unfetchable.ContainsKey(repository));

    public async Task<RefHead> ReadHeadAsync(string repository, string? branch, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _reads);
        if (Hanging.ContainsKey(repository))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        if (Faults.TryGetValue(repository, out var fault))
        {
            throw fault;
        }

        branch ??= HeadBranches.GetValueOrDefault(repository, "main");
        return Heads.TryGetValue(branch == "main" ? repository : $"{repository}#{branch}", out var commit)
            ? new RefHead(branch, commit)
            : throw new SourceUnavailableException($"There is no folder '{repository}'.");
    }
}
