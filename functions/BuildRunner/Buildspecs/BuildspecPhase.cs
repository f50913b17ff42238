namespace Sluice.BuildRunner.Buildspecs;

/// <summary>The commands of a phase; those of <paramref name="Finally"/> run after failure too.</summary>
internal sealed record BuildspecPhase(IReadOnlyList<string> Commands, IReadOnlyList<string> Finally, FailurePolicy OnFailure)
{
    public static readonly BuildspecPhase Empty = new([], [], FailurePolicy.Default);

    /// <summary>Who runs the commands; null for who runs those of the file.</summary>
    public string? RunAs { get; init; }
}
