namespace Sluice.Deployments.Model;

/// <summary>How long the execution of a deployment may be silent: as long as it waits, and then as long as its other work may take.</summary>
internal static class Lease
{
    /// <summary>How long an execution may take between two of its writes, waits aside.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(15);

    /// <summary>The execution that is told this must have written again when that time is over.</summary>
    public static Deployment Leased(this Deployment record, DateTimeOffset now, int seconds = 0)
    {
        var length = TimeSpan.FromSeconds(seconds) + Slack;
        return record with { LeaseUntil = now + length, LeaseSeconds = (long)length.TotalSeconds };
    }

    /// <summary>A deployment that waits in its group's queue has no execution that could be silent.</summary>
    public static Deployment Unleased(this Deployment record) => record with { LeaseUntil = DateTimeOffset.MaxValue, LeaseSeconds = null };
}
