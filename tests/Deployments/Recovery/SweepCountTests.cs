using Sluice.Deployments.Recovery;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Recovery;

/// <summary>A lease is over when the suite has run for so long, which sweeps count; no clock says so.</summary>
public sealed class SweepCountTests
{
    private static readonly DateTimeOffset _noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly SweepPace _pace = new(TimeSpan.FromMinutes(5));

    [Fact]
    public void A_deployment_that_is_silent_for_longer_than_its_lease_is_noticed() =>
        Counted(Going(seconds: 600), 0, 5, 10, 15, 20, 25, 30).ShouldBe([false, false, false, false, false, false, true]);

    [Fact]
    public void What_had_passed_of_a_lease_that_is_new_counts_but_no_more_than_since_the_last_sweep()
    {
        var before = SweepCount.Next(null, [], _noon, _pace);

        Seconds(before, _noon.AddMinutes(2), Going(0, _noon.AddSeconds(90))).ShouldBe(30);
        Seconds(before, _noon.AddMinutes(2), Going(0, _noon.AddDays(-1))).ShouldBe(120);
        Seconds(before, _noon.AddMinutes(2), Going(0, _noon.AddDays(1))).ShouldBe(0);
    }

    [Fact]
    public void A_day_of_sleep_is_no_more_than_the_time_between_two_sweeps() =>
        Counted(Going(seconds: 0), 0, 5, 24 * 60, 48 * 60, 72 * 60).ShouldBe([false, false, false, false, true]);

    [Fact]
    public void A_clock_that_is_set_back_begins_the_count_anew_and_no_lease_lasts_for_ever() =>
        Counted(Going(seconds: 0), 0, 5, 10, -60, -55, -50, -45, -40).ShouldBe([false, false, false, false, false, false, false, true]);

    [Fact]
    public void A_sweep_that_runs_twice_counts_no_time_twice() => Counted(Going(seconds: 0), 0, 5, 5, 5, 10, 10, 15, 20).ShouldBe([false, false, false, false, false, false, false, true]);

    [Fact]
    public void A_lease_that_was_written_anew_is_counted_from_its_beginning()
    {
        var before = SweepCount.Next(null, [Going(0)], _noon, _pace);
        before = SweepCount.Next(before, [Going(0)], _noon.AddMinutes(5), _pace);

        Seconds(before, _noon.AddMinutes(10), Going(0, _noon.AddMinutes(9))).ShouldBe(60);
    }

    [Fact]
    public void A_deployment_that_waits_in_its_groups_queue_has_no_lease() =>
        SweepCount.Next(null, [Going(0).Unleased()], _noon, _pace).Leases.ShouldBeEmpty();

    [Fact]
    public void One_of_an_earlier_version_of_the_suite_is_given_a_quarter_of_an_hour() =>
        Counted(Going(seconds: 0) with { LeaseSeconds = null }, 0, 5, 10, 15, 20).ShouldBe([false, false, false, false, true]);

    private static double Seconds(SweepCount before, DateTimeOffset now, Deployment record) => SweepCount.Next(before, [record], now, _pace).Leases[record.DeploymentId].Seconds;

    /// <summary>Whether the deployment is taken for silent at the sweeps of these minutes.</summary>
    private static List<bool> Counted(Deployment record, params int[] minutes)
    {
        SweepCount? count = null;
        var silent = new List<bool>();
        foreach (var minute in minutes)
        {
            count = SweepCount.Next(count, [record], _noon.AddMinutes(minute), _pace);
            silent.Add(count.IsSilent(record));
        }

        return silent;
    }

    private static Deployment Going(int seconds, DateTimeOffset? leased = null) =>
        (Samples.Ended("d-000000001", _noon, DeploymentOutcome.Succeeded) with { Outcome = null, Status = DeploymentStatus.InProgress }).Leased(leased ?? _noon, seconds);
}
