using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Alarms;

/// <summary>When an alarm fires: stops every deployment that watches it.</summary>
public sealed class WatchAlarms(ITable table, StopRecorder stops)
{
    /// <summary>Safe to repeat. A deployment that has ended meanwhile is left alone.</summary>
    public async Task RunAsync(AlarmChangeEvent happened, CancellationToken cancellationToken = default)
    {
        var change = happened.Detail;
        if (change.State?.Value != "ALARM")
        {
            return;
        }

        var alarm = new AlarmDescription(change.AlarmName, "ALARM", change.State.Reason) { StateReasonData = change.State.ReasonData };
        var query = new Query(DeploymentKeys.Alarm(change.AlarmName));
        do
        {
            var page = await table.QueryAsync(query, cancellationToken);
            foreach (var watch in page.Items)
            {
                await stops.StopAsync(watch.Read<AlarmWatcher>().DeploymentId, StopCause.Alarm, record => AlarmText.Of(record, alarm), cancellationToken);
            }

            query = query with { PageToken = page.NextToken };
        }
        while (query.PageToken is not null);
    }
}
