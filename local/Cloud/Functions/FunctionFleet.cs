using System.Collections.Concurrent;
using Sluice.Local.Cloud.Functions.Packages;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions;

/// <summary>The processes of all versions.</summary>
internal sealed class FunctionFleet(FunctionStore store, PackageStore packages, FunctionHost host, PoolLimits limits) : IAsyncDisposable
{
    private static readonly TimeSpan SweepsEvery = TimeSpan.FromSeconds(30);

    // By code too: an edit of $LATEST gets new processes, and so does a function that was deleted and made again.
    private readonly ConcurrentDictionary<(string Name, string Version, string Code), Lazy<VersionPool>> _pools = new();
    private ITimer? _sweep;
    private volatile bool _closed;
    private long _stopping;

    /// <summary>The suite ends.</summary>
    public bool IsClosed => _closed;

    /// <summary>The SHA-256s of the packages that processes have or may have.</summary>
    public IEnumerable<string> Packages => _pools.Values.Where(pool => pool.IsValueCreated).Select(pool => pool.Value.Launch.Version.Package.Sha256);

    /// <summary>After each sweep.</summary>
    public Action Swept { get; set; } = static () => { };

    /// <summary>From now on idle processes are ended.</summary>
    public void Start() => _sweep = host.Unattended.Timer("The sweep of idle function processes", Sweep, SweepsEvery, SweepsEvery);

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The suite is stopping.</exception>
    public VersionPool PoolOf(string name, FunctionVersion version)
    {
        if (_closed)
        {
            throw LambdaErrors.Stopping();
        }

        var key = (name, version.Version, CodeOf(version));
        if (!_pools.ContainsKey(key))
        {
            RetireOutdated();
        }

        try
        {
            // One that could not be made now (its folder could not be read) is tried again for the next request.
            return _pools.GetOrAdd(key, _ => new Lazy<VersionPool>(() => New(name, version), LazyThreadSafetyMode.PublicationOnly)).Value;
        }
        catch (DirectoryNotFoundException) when (IsOutdated(key))
        {
            // It was deleted since it was looked for.
            throw LambdaErrors.NotFound($"{name}:{version.Version}");
        }
    }

    /// <summary>The suite begins to stop: from now on the time counts in which requests under way can be answered.</summary>
    public void Stopping() => _stopping = TimeProvider.System.GetTimestamp();

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        if (_sweep is not null)
        {
            await _sweep.DisposeAsync();
        }

        var drain = _stopping == 0 ? limits.Drain : limits.Drain - TimeProvider.System.GetElapsedTime(_stopping);
        await Task.WhenAll(_pools.Values.Where(pool => pool.IsValueCreated).Select(pool => pool.Value.StopAsync(drain > TimeSpan.Zero ? drain : TimeSpan.Zero)));
    }

    private VersionPool New(string name, FunctionVersion version)
    {
        var plan = packages.Plan(version.Package, version.Configuration.Runtime, version.Configuration.Handler);
        return new VersionPool(new LaunchSpec(name, version, packages.PathOf(version.Package), plan), host, limits);
    }

    /// <summary>Ends what has been idle for long; one process stays for a version that requests may come to.</summary>
    public void Sweep()
    {
        foreach (var ((name, version, _), pool) in _pools.Where(entry => entry.Value.IsValueCreated))
        {
            pool.Value.Sweep(store.Find(name)?.IsAliased(version) == true ? 1 : 0);
        }

        Swept();
    }

    /// <summary>No request comes to code that no version has any more: what <c>$LATEST</c> was before an edit, whatever alias leads there, and what was deleted.</summary>
    public void RetireOutdated()
    {
        foreach (var (key, pool) in _pools.Where(entry => entry.Value.IsValueCreated && IsOutdated(entry.Key)))
        {
            if (pool.Value.Retire())
            {
                _pools.TryRemove(key, out _);
            }
        }
    }

    private bool IsOutdated((string Name, string Version, string Code) key) => store.Find(key.Name)?.Find(key.Version) is not { } version || CodeOf(version) != key.Code;

    // The revision of a published version changes with its state.
    private static string CodeOf(FunctionVersion version) => version.Version == FunctionVersion.Latest ? version.RevisionId : $"{version.Package.Sha256} {version.LastModified:O}";
}
