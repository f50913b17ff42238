using Sluice.Builds.Model;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Queueing;

/// <summary>Takes up a recorded build: its machine goes on with what its program is told, at once or when it is its turn.</summary>
public sealed class BeginBuild
{
    private readonly BuildStore _store;
    private readonly BuildTurns _turns;

    internal BeginBuild(BuildStore store, BuildTurns turns)
    {
        (_store, _turns) = (store, turns);
    }

    /// <summary>Safe to repeat: a build has one place, and a later call's token is the one that is completed.</summary>
    /// <exception cref="StopRecordedException">It has ended or is to stop.</exception>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public async Task RunAsync(BuildRequest request, CancellationToken cancellationToken = default)
    {
        await _turns.TakeAsync(await GoodAsync(request.BuildId, cancellationToken), request.TaskToken, cancellationToken);
        // A stop that was recorded meanwhile may have found it nowhere.
        await GoodAsync(request.BuildId, cancellationToken);
    }

    private async Task<BuildRecord> GoodAsync(string buildId, CancellationToken cancellationToken)
    {
        var build = await _store.GetAsync(buildId, cancellationToken);
        return build.Obstacle() is { } obstacle ? throw obstacle : build;
    }
}
