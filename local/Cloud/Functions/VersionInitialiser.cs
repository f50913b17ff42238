using System.Collections.Concurrent;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions;

/// <summary>
/// Starts each published version once before it can be invoked, as SnapStart does: a package that cannot start is known as Failed before any traffic is near it.
/// </summary>
internal sealed class VersionInitialiser(FunctionStore store, FunctionFleet fleet, IIds ids, Unattended unattended)
{
    private const string Initialising = "Creating";
    private readonly ConcurrentDictionary<(string Name, string Version), Task> _running = new();

    /// <summary>A new version's state.</summary>
    public static FunctionVersion Pending(FunctionVersion version) =>
        version with { State = VersionState.Pending, StateReason = "The function is being created.", StateReasonCode = Initialising };

    public void Begin(string name, FunctionVersion version)
    {
        var key = (name, version.Version);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? task = null;
        task = unattended.Start($"The initialisation of version {version.Version} of {name}", async () =>
        {
            await begun.Task;
            await RunAsync(name, version);
            _running.TryRemove(KeyValuePair.Create(key, task!));
        });
        _running[key] = task;
        begun.SetResult();
    }

    /// <summary>Completed when the version is not being initialised (any more).</summary>
    public Task SettledAsync(string name, string version) => _running.GetValueOrDefault((name, version)) ?? Task.CompletedTask;

    /// <summary>Goes on with what a killed suite had begun.</summary>
    public void Resume()
    {
        foreach (var function in store.All)
        {
            foreach (var version in function.Versions.Where(version => version.State == VersionState.Pending))
            {
                Begin(function.Name, version);
            }
        }
    }

    public Task EndedAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(string name, FunctionVersion version)
    {
        var fault = await FaultAsync(name, version);

        // Its processes may have been ended with the suite: then it stays Pending, and the next start tries again.
        await unattended.StoreAsync(
            $"The state of version {version.Version} of {name}",
            () => Store(name, version, fault),
            () => fleet.IsClosed);
    }

    /// <summary>Unless the version was deleted meanwhile; another that has its number by now has another revision.</summary>
    private void Store(string name, FunctionVersion version, string? fault) => store.ChangeIfThere(
        name, function => function.Find(version.Version) is { } stored && stored.RevisionId == version.RevisionId ? function.With(Judged(stored, fault)) : function);

    private async Task<string?> FaultAsync(string name, FunctionVersion version)
    {
        try
        {
            return (await fleet.PoolOf(name, version).InitialiseAsync())?.Reason;
        }
        catch (Exception e)
        {
            // A version is never left Pending: somebody waits for it.
            return e.Message;
        }
    }

    private FunctionVersion Judged(FunctionVersion version, string? fault) => fault is null
        ? version with { State = VersionState.Active, StateReason = null, StateReasonCode = null, RevisionId = ids.Uuid() }
        : version with { State = VersionState.Failed, StateReason = fault, StateReasonCode = "FunctionError", RevisionId = ids.Uuid() };
}
