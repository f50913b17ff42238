using System.Text.Json.Nodes;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;
using Sluice.Platform.Events;

namespace Sluice.Deployments.Recovery;

/// <summary>A deployment whose execution is gone gets a stop and another execution, which finds the stop and restores the traffic.</summary>
internal static class RecoveryDecision
{
    /// <summary>After so many executions in vain a person has to look.</summary>
    private const int Most = 5;

    /// <param name="record">The deployment.</param>
    /// <param name="noticed">What was noticed: the same thing noticed again changes nothing.</param>
    /// <param name="why">For people.</param>
    /// <param name="now">The time.</param>
    public static Decision<Deployment, bool> Decide(Deployment record, string noticed, string why, DateTimeOffset now)
    {
        if (record.IsEnded || Handover.IsPast(record, noticed) || record.Recovered.Contains(noticed, StringComparer.Ordinal))
        {
            return new Decision<Deployment, bool>(record, false);
        }

        if (record.Recovered.Count >= Most)
        {
            var dirty = MarkDirty.Decide(record, new CaughtError(null, $"{Most} executions could not do it; the last one: {why}"), now);
            return new Decision<Deployment, bool>(dirty.Record, false) { Events = dirty.Events, Also = dirty.Also, Beside = dirty.Beside };
        }

        // What cannot be given back any more is carried on instead.
        var recovering = (record.IsCommitted ? record : Ending.Stopped(record, StopCause.Recovery, why, now)).Leased(now) with { Recovered = [.. record.Recovered, noticed] };
        return new Decision<Deployment, bool>(recovering, true)
        {
            Events = record.Stop is null && !record.IsCommitted ? [DeploymentEvents.Stopped(recovering)] : [],
            Also = [Outbox.Start(record.Plan.Target.Machine(), Name(recovering), new JsonObject { ["deploymentId"] = record.DeploymentId }, now)],
        };
    }

    private static string Name(Deployment record) =>
        record.Recovered.Count == 1 ? $"{record.DeploymentId}-recover" : $"{record.DeploymentId}-recover-{record.Recovered.Count}";
}
