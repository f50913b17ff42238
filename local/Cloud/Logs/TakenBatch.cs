using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Cloud.Logs;

/// <summary>What of a batch is taken.</summary>
/// <param name="Events">To be stored.</param>
/// <param name="TooNewStart">The index of the first event that is of a time to come; null if there is none.</param>
/// <param name="TooOldEnd">The index behind the last event that is too old; null if there is none.</param>
/// <param name="ExpiredEnd">The index behind the last event that the group's retention does not keep; null if there is none.</param>
internal sealed record TakenBatch(IReadOnlyList<LogEvent> Events, int? TooNewStart, int? TooOldEnd, int? ExpiredEnd)
{
    public bool IsWhole => (TooNewStart ?? TooOldEnd ?? ExpiredEnd) is null;
}
