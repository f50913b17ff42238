using Sluice.Deployments.Tests.World;
using Sluice.Local.Host.Storage;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>The disk takes no writes for a while, from each write of a deployment on: the journal's, the table's, and the changes of the cloud that this machine keeps on the same disk.</summary>
public sealed class FullDiskTests
{
    private const int Full = 13;
    private const int IoError = 10;
    private const int Busy = 5;

    private static readonly string[] _changes = ["updateFunctionCode", "createAlias", "updateAlias", "deleteAlias", "putMetricAlarm", "deleteAlarms"];

    public static TheoryData<string, int, bool> Cases =>
    [
        ("a canary with its own alarm", Full, false),
        ("a canary with its own alarm", IoError, true),
        ("a judged canary that is worse", Busy, false),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_deployment_that_cannot_record_waits_and_then_goes_exactly_as_it_would_have(string name, int code, bool writesFirst)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);
        using var undisturbed = scenario.Run();
        var failed = 0;
        for (var n = 0; ; n++)
        {
            using var world = new DeploymentWorld();
            var disk = new FailingDisk(world.Time, n, code, writesFirst);
            Run(scenario, world, disk);
            if (!disk.HasFailed)
            {
                break;
            }

            failed++;
            var record = world.Time.Run(world.RecordAsync);
            world.ShouldHaveEnded(record.Outcome.ShouldNotBeNull($"failing from write {n}"));
            record.Outcome.ShouldBe(scenario.Outcome, $"failing from write {n}: {record.Message}");
            world.Alias().ShouldBe(scenario.Alias, $"failing from write {n}");
            world.Lambda.Changes.ShouldBe(undisturbed.Lambda.Changes, $"failing from write {n}");
        }

        failed.ShouldBeGreaterThan(20);
    }

    private static void Run(Scenario scenario, DeploymentWorld world, FailingDisk disk)
    {
        var moments = new Moments(world.Cloud);
        world.Lambda.Add("fn");
        scenario.Arrange(world, moments);
        using var storage = new StorageHealth("data", disk.Probe, static _ => { }, world.Time);
        world.Around = cloud => new PatientServices(cloud, storage);
        world.Machines.Engine = world.NewEngine(new DiskJournal(world.Journal, disk));
        world.Time.Run(async () =>
        {
            await world.StartAsync(scenario.Release.Manifest(world.Objects), scenario.Release.Configuration());
            OnDisk(world, disk);
            await world.CompleteAsync();
        });
    }

    /// <summary>From now on the table and the cloud's changes are on the disk, too.</summary>
    private static void OnDisk(DeploymentWorld world, FailingDisk disk)
    {
        world.Table.Gate = operation =>
        {
            if (!operation.StartsWith("get", StringComparison.Ordinal) && !operation.StartsWith("query", StringComparison.Ordinal))
            {
                disk.Write(() => { });
            }

            return Task.CompletedTask;
        };
        var before = world.Cloud.Before;
        world.Cloud.Before = async (number, call) =>
        {
            await before(number, call);
            if (_changes.Any(change => call.Resource.EndsWith(change, StringComparison.OrdinalIgnoreCase)))
            {
                disk.Write(() => { });
            }
        };
    }
}
