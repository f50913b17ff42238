using Sluice.BuildContract;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.Progress;
using Sluice.Builds.Records;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.StateMachines;

namespace Sluice.Builds.Api.Progress;

/// <summary>
/// A build's program tells how far it is, and that it is alive. The operation is ours, and its right is the build's own secret.
/// </summary>
public sealed class ReportBuildProgress : IOperation<ReportBuildProgressInput, ReportBuildProgressOutput>
{
    private readonly ToldBuilds _builds;
    private readonly BuildStore _store;
    private readonly IStateMachines _machines;
    private readonly TimeProvider _time;

    internal ReportBuildProgress(ToldBuilds builds, BuildStore store, IStateMachines machines, TimeProvider time)
    {
        (_builds, _store, _machines, _time) = (builds, store, machines, time);
    }

    /// <exception cref="ApiException"><c>ResourceNotFoundException</c>: there is no such build, or the secret is not its own; which of the two is not told.</exception>
    public async Task<ReportBuildProgressOutput> RunAsync(ReportBuildProgressInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var known = await _builds.GetAsync(input.Id, input.ProgressSecret, cancellationToken);
        var (phases, current) = (Phases(input.Phases ?? []), Current(input.CurrentPhase));
        var (build, stops) = await _store.DecideAsync(
            known.BuildId, seen => ProgressDecision.Decide(seen, phases, current, input.ResolvedSourceVersion, _time.GetUtcNow()), cancellationToken);
        if (build is { StopTask: { } waiting } && !build.HasEnded())
        {
            await _machines.HeartbeatTaskAsync(waiting.Token, cancellationToken);
        }

        return new ReportBuildProgressOutput { Stop = stops };
    }

    private static IReadOnlyList<PhaseRecord> Phases(IReadOnlyList<BuildPhase> told) =>
    [
        .. told.Select((phase, index) => phase is { PhaseType: { } type, PhaseStatus: { } status, StartTime: { } start, EndTime: { } end }
            ? PhaseRecord.Between(
                WireNames.Read<PhaseType>(type.ToString()), WireNames.Read<BuildStatus>(status.ToString()), start, end,
                [.. (phase.Contexts ?? []).Select(context => new PhaseFault(context.StatusCode ?? "", context.Message ?? ""))])
            : throw InvalidInput.Of($"phases[{index}]: expected phaseType, phaseStatus, startTime and endTime, all of them.")),
    ];

    private static PhaseType? Current(BuildPhaseType? told) => told is { } type ? WireNames.Read<PhaseType>(type.ToString()) : null;
}
