using Sluice.BuildContract;

namespace Sluice.BuildRunner.Runs;

/// <summary>How a phase ended and why.</summary>
internal sealed record PhaseOutcome(BuildStatus Status, IReadOnlyList<PhaseFault> Contexts)
{
    /// <summary>The last that the command said which failed it; null if none did.</summary>
    public string? LastWords { get; init; }

    public static readonly PhaseOutcome Succeeded = new(BuildStatus.Succeeded, []);

    public static PhaseOutcome Failed(string code, string message) => new(BuildStatus.Failed, [new PhaseFault(code, message)]);
}
