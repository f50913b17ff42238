using Microsoft.Extensions.Logging;

namespace Sluice.Builds.Ending;

/// <summary>Ends a build whose execution ended without doing so (aborted, or failed where nothing could be caught).</summary>
public sealed class RecoverBuild
{
    private readonly EndBuild _end;
    private readonly ILogger<RecoverBuild> _log;

    internal RecoverBuild(EndBuild end, ILogger<RecoverBuild> log)
    {
        (_end, _log) = (end, log);
    }

    /// <summary>Ends the build of the execution; an execution of no build, or an ended build, is left alone.</summary>
    public async Task RunAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail is not { IsBroken: true } end || end.ReadInput<BuildInput>() is not { BuildId: { } buildId })
        {
            return;
        }

        try
        {
            var failure = end.Failure ?? new CaughtError($"States.{end.Status}", end.Cause ?? "The execution of the build's machine has ended.");
            await _end.RunAsync(new EndOfBuild(buildId, failure), cancellationToken);
        }
        catch (BuildNotFoundException)
        {
            _log.LogWarning("The execution {Execution} ended as {Status}, but there is no such build", end.Name, end.Status);
        }
    }
}
