using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Commands.Releases;

/// <summary>How one release ended, for people and, as JSON, for scripts.</summary>
/// <param name="Outcome">Succeeded, Failed, RolledBack or Dirty.</param>
/// <param name="Message">Why; null if there is nothing to say.</param>
/// <param name="Commit">What was released.</param>
/// <param name="Requests">All requests to the alias while it was released, the command's own and those of others.</param>
/// <param name="FailedRequests">Those that were answered with an error.</param>
/// <param name="FailedIfAllAtOnce">How many would have failed had all traffic gone to the new version at once: its error rate times all requests since its first.</param>
/// <param name="AlarmToRestoredMs">From the alarm's change of state to the alias back as it was; null without a rollback by alarm.</param>
/// <param name="Transitions">State transitions by machine.</param>
/// <param name="Versions">Requests and failures by version, and why they failed.</param>
internal sealed record ReleaseReport(
    string Outcome,
    string? Message,
    string Pipeline,
    string PipelineExecutionId,
    string? DeploymentId,
    string? Commit,
    Uri? Url,
    long Requests,
    long FailedRequests,
    long FailedIfAllAtOnce,
    double? AlarmToRestoredMs,
    double Seconds,
    ImmutableSortedDictionary<string, int> Transitions,
    ImmutableSortedDictionary<string, VersionTally> Versions)
{
    /// <summary>Whether the message is on the screen already, since a stage ended with it.</summary>
    [JsonIgnore]
    public bool IsTold { get; init; }
}
