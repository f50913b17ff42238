namespace Sluice.Deployments.Recovery;

/// <summary>
/// What the sweeps counted so far. A lease is over when the suite has run for as long as the lease is, not when a clock says so: on a machine that slept, was off, or whose clock was set,
/// nothing that merely waited meanwhile is late. Between two sweeps at most the time of the schedule is counted, whatever the clock says.
/// </summary>
/// <param name="At">When the last sweep was.</param>
/// <param name="Leases">By deployment.</param>
internal sealed record SweepCount(DateTimeOffset At, IReadOnlyDictionary<string, LeaseCount> Leases)
{
    /// <param name="before">What was counted so far; null if nothing was.</param>
    /// <param name="going">The deployments that go on.</param>
    /// <param name="now">The time.</param>
    /// <param name="pace">How often a sweep runs.</param>
    public static SweepCount Next(SweepCount? before, IReadOnlyList<Deployment> going, DateTimeOffset now, SweepPace pace)
    {
        var passed = before is null ? TimeSpan.Zero : Between(TimeSpan.Zero, now - before.At, pace.Every);

        // If the clock was set back while the suite was down, waits may begin anew, so their leases do.
        var known = before is null || now < before.At ? new Dictionary<string, LeaseCount>() : before.Leases;
        return new SweepCount(now, going.Where(HasLease).ToDictionary(record => record.DeploymentId, record => Count(known.GetValueOrDefault(record.DeploymentId), record, now, passed)));
    }

    /// <summary>Whether the deployment's execution should have written by now.</summary>
    public bool IsSilent(Deployment record) => Leases.TryGetValue(record.DeploymentId, out var count) && count.IsOver(record);

    // A lease that is new was written since the last sweep, and not before that.
    private static LeaseCount Count(LeaseCount? known, Deployment record, DateTimeOffset now, TimeSpan passed) => known?.LeaseUntil == record.LeaseUntil
        ? known with { Seconds = known.Seconds + passed.TotalSeconds }
        : new LeaseCount(record.LeaseUntil, Between(TimeSpan.Zero, now - record.LeaseUntil + TimeSpan.FromSeconds(record.LeaseSeconds ?? 0), passed).TotalSeconds);

    private static bool HasLease(Deployment record) => record.LeaseUntil != DateTimeOffset.MaxValue;

    private static TimeSpan Between(TimeSpan least, TimeSpan value, TimeSpan most) => value < least ? least : value > most ? most : value;
}
