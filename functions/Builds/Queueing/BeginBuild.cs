using Sluice.Builds.Running;

namespace Sluice.Builds.Queueing;

/// <summary>Takes up a recorded build: its machine goes on with what its program is told, at once or when it is its turn.</summary>
public sealed class BeginBuild
{
    private readonly BuildTurns _turns;

    internal BeginBuild(BuildTurns turns)
    {
        _turns = turns;
    }

    /// <summary>Safe to repeat: a build has one place, and a later call's token is the one that is completed.</summary>
    /// <exception cref="StopRecordedException">It has ended or is to stop.</exception>
    /// <exception cref="NoComputeException">There is nothing for it to run on.</exception>
    /// <exception cref="BuildNotFoundException">There is no such build.</exception>
    public Task RunAsync(BuildRequest request, CancellationToken cancellationToken = default) =>
        _turns.TakeAsync(request.BuildId, new ParkedTask(request.TaskToken, request.RetryCount), cancellationToken);
}
