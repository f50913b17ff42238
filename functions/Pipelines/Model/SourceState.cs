namespace Sluice.Pipelines.Model;

/// <summary>What the pipeline last took up of a source: it is written with the run that was started for it, so that a change of the branch starts one run and never two.</summary>
/// <param name="ActionName">The source action.</param>
/// <param name="CommitId">The branch's head that a run was last started for.</param>
/// <param name="Branch">Which branch that was. A source that names none stays at the one that HEAD was when it was first read.</param>
/// <param name="Error">Why it cannot be read now; null if it can.</param>
/// <param name="Since">Since when this is so.</param>
/// <param name="Repository">Where the branch is, without credentials.</param>
/// <param name="RunToSettle">The run that was started last, until it is known whether it failed for its source and is to be tried again.</param>
/// <param name="Failures">How many looks in a row failed.</param>
/// <param name="NotBefore">Before this the schedule leaves it alone; null if it can be read.</param>
public sealed record SourceState(
    string ActionName,
    string? CommitId,
    string? Branch,
    string? Error,
    DateTimeOffset Since,
    string? Repository = null,
    string? RunToSettle = null,
    int Failures = 0,
    DateTimeOffset? NotBefore = null)
{
    /// <summary>Of a source whose trigger has filters: where the branches and tags that they name stood when they were last looked at.</summary>
    public IReadOnlyDictionary<string, string>? Refs { get; init; }

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Whether the schedule leaves it alone now. A moment that is further away than any pause was written under another clock.</summary>
    internal bool IsLeftAlone(DateTimeOffset now) => NotBefore > now && NotBefore - now <= Longest;
}
