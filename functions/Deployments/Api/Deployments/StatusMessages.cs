using Sluice.Deployments.Alarms;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Api.Deployments;

/// <summary>What there is to say of a deployment: how its last step was judged, and what it waits for or how it ended. AWS's own clients show these, and none of our additions.</summary>
internal static class StatusMessages
{
    public static IReadOnlyList<string> Of(Deployment record)
    {
        var says = record.Message ?? record.Stop?.Message ?? WaitText.Of(record);
        var judged = record.Verdicts is [.., var last] && says?.Contains(last.Why, StringComparison.Ordinal) != true
            ? $"the analysis at {last.What}: {last.Outcome}, {last.Why}"
            : null;
        var counted = record is { Counted.Count: { } count, Shift: { } shift, Stop: null } ? RequestText.Counted(shift.Target, count) : null;
        return [.. new[] { counted, judged, says }.OfType<string>()];
    }
}
