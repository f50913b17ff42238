using Sluice.BuildContract;

namespace Sluice.BuildRunner.Runs;

/// <summary>How a phase ended and why.</summary>
internal sealed record PhaseOutcome(BuildStatus Status, IReadOnlyList<PhaseFault> Contexts)
{
    public static readonly PhaseOutcome Succeeded = new(BuildStatus.Succeeded, []);

    public static PhaseOutcome Failed(string code, string message) => new(BuildStatus.Failed, [new PhaseFault(code, message)]);
}
