using Microsoft.Data.Sqlite;
using Sluice.Local.Host.Storage;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Host.Storage;

public sealed class StorageHealthTests
{
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<(double Second, string Text)> _told = [];
    private bool _isFull = true;

    private static SqliteException Full => new("database or disk is full", 13);

    [Fact]
    public void A_failing_write_is_told_at_once_and_once_and_again_when_writes_work()
    {
        using var storage = Storage();
        var recovered = 0;
        storage.Recovered += () => recovered++;
        _time.Run(async () =>
        {
            storage.Failed(Full);
            storage.Failed(new IOException("No space left on device", 28));
            storage.Fault.ShouldBe("the disk is full");
            var waiting = storage.UntilWellAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(10.5), _time);
            waiting.IsCompleted.ShouldBeFalse();
            _isFull = false;
            await waiting;
            storage.Fault.ShouldBeNull();
        });

        _told.ShouldBe(
        [
            (0, "A write to the data folder /data failed: the disk is full. Requests are still answered; deployments and builds wait until writes work again."),
            (11, "Writes to the data folder /data work again; what waited goes on."),
        ]);
        recovered.ShouldBe(1);
    }

    [Fact]
    public void What_is_no_fault_of_the_disk_says_nothing_about_it()
    {
        using var storage = Storage();

        storage.Failed(new IOException("No dotnet was found."));
        storage.Failed(new SqliteException("constraint failed", 19));

        storage.Fault.ShouldBeNull();
        _told.ShouldBeEmpty();
    }

    [Fact]
    public void A_disk_that_is_well_for_moments_only_is_told_of_less_and_less_often()
    {
        _isFull = false;
        using var storage = Storage();
        _time.Run(async () =>
        {
            for (var second = 0; second < 600; second++)
            {
                storage.Failed(new SqliteException("database is locked", 5));
                await Task.Delay(TimeSpan.FromSeconds(1), _time);
            }
        });

        _told.Count.ShouldBeInRange(10, 40);
    }

    [Fact]
    public void After_the_suite_has_ended_nothing_is_told()
    {
        var storage = Storage();
        _time.Run(async () =>
        {
            storage.Failed(Full);
            storage.Dispose();
            storage.Failed(Full);
            await Task.Delay(TimeSpan.FromMinutes(1), _time);
        });

        _told.Count.ShouldBe(1);
    }

    private StorageHealth Storage() => new(
        "/data",
        () =>
        {
            if (_isFull)
            {
                throw Full;
            }
        },
        text => _told.Add(((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds, text)),
        _time);
}
