namespace Sluice.BuildContract.Progress;

/// <summary>
/// How far a build is, as its program tells the service: by an unsigned request of AWS's JSON protocol 1.1 whose target is <c>CodeBuild_20161006.ReportBuildProgress</c>, whenever a phase begins or ends, and every
/// twenty seconds at least.
/// </summary>
/// <param name="Id">The build's id, <c>project:uuid</c>.</param>
/// <param name="ProgressSecret">That of the job. A bearer secret.</param>
/// <param name="Phases">Those that have ended.</param>
/// <param name="CurrentPhase">The one that runs; null between two.</param>
/// <param name="ResolvedSourceVersion">What the source's version turned out to be; null until that is known.</param>
public sealed record BuildProgress(string Id, string ProgressSecret, IReadOnlyList<PhaseRecord> Phases, PhaseType? CurrentPhase, string? ResolvedSourceVersion)
{
    /// <summary>The header <c>X-Amz-Target</c>.</summary>
    public const string Target = "CodeBuild_20161006.ReportBuildProgress";

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {CurrentPhase}";
}
