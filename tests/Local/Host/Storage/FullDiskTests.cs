using System.Text.Json.Nodes;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Host.Storage;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;
using Sluice.Platform.Storage;
using Sluice.Platform.Tables;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Local.Tests.Host.Storage;

/// <summary>Each kind of write on a real file system that is full.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly SmallDisk _disk = SmallDisk.Mount();

    public void Dispose() => _disk.Dispose();

    [Fact]
    public void A_record_stays_as_it_was_and_nothing_half_written_is_left()
    {
        AtomicFile.Write(At("record.json"), "before");
        _disk.Fill();

        StorageFault.In(Should.Throw<IOException>(() => AtomicFile.Write(At("record.json"), new string('x', 100_000)))).ShouldBeTrue();

        File.ReadAllText(At("record.json")).ShouldBe("before");
        Directory.GetFiles(_disk.Path, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_object_stays_as_it_was_and_nothing_half_written_is_left()
    {
        var objects = new FileObjectStore(At("objects"));
        var target = new ObjectRef("bucket", "key");
        await objects.PutAsync(target, new MemoryStream([1]), TestContext.Current.CancellationToken);
        _disk.Fill();

        StorageFault.In(await Should.ThrowAsync<IOException>(() => objects.PutAsync(target, new MemoryStream(new byte[100_000])))).ShouldBeTrue();

        await using var kept = await objects.OpenAsync(target, TestContext.Current.CancellationToken);
        kept.Length.ShouldBe(1);
        Directory.GetFiles(At("objects/tmp")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_to_the_table_fails_by_name_changes_nothing_and_works_when_there_is_space()
    {
        using var table = SqliteTable.Open(At("table.db"), TimeProvider.System);
        var large = new JsonObject { ["text"] = new string('x', 200_000) };
        await table.PutAsync(new PutItem(new Key("a", "a"), new JsonObject { ["text"] = "before" }), TestContext.Current.CancellationToken);
        _disk.Fill();

        StorageFault.In(await Should.ThrowAsync<Exception>(() => table.PutAsync(new PutItem(new Key("a", "a"), large)))).ShouldBeTrue();

        ((string)(await table.GetAsync(new Key("a", "a"), TestContext.Current.CancellationToken))!.Attributes["text"]!).ShouldBe("before");
        _disk.Free();
        await table.PutAsync(new PutItem(new Key("a", "a"), (JsonObject)large.DeepClone()), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_line_of_a_log_is_lost_and_told()
    {
        var told = new List<Exception>();
        var log = new BoundedLog(At("fn.log")) { Failed = told.Add };
        _disk.Fill();

        log.Write("a line");

        StorageFault.In(told.ShouldHaveSingleItem()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_starts_and_is_written_down_when_there_is_space()
    {
        var told = new List<Exception>();
        var ledger = new ProcessLedger(At("processes"), Isolation.Marks("the test says so"), TimeProvider.System) { Failed = told.Add };
        _disk.Fill();
        await using var process = ChildProcess.Start(new ProcessSpec("/bin/sleep", ["600"], "/", new Dictionary<string, string>()), ledger, _ => { });
        told.ShouldHaveSingleItem();
        Directory.GetFiles(At("processes")).ShouldBeEmpty();

        _disk.Free();
        ledger.Settle();

        (await new ProcessLedger(At("processes"), Isolation.Marks("the test says so"), TimeProvider.System).EndOrphansAsync()).ShouldBe([process.Pid]);
    }

    [Fact]
    public void A_stop_is_noted_in_place()
    {
        var note = new StopNote(At("stop"));
        note.Prepare();
        note.Read().ShouldBeNull();
        _disk.Fill();

        note.Keep(new StopOrder("pipeline", "execution", "Ctrl-C"));
        new StopNote(At("stop")).Read().ShouldBe(new StopOrder("pipeline", "execution", "Ctrl-C"));

        note.Clear();
        new StopNote(At("stop")).Read().ShouldBeNull();
    }

    [Fact]
    public void The_space_that_is_kept_can_be_written_to_when_it_is_given_up()
    {
        var reserve = new SpaceReserve(At("reserve"));
        reserve.Keep();
        reserve.IsKept.ShouldBeTrue();
        _disk.Fill();
        Should.Throw<IOException>(() => StorageProbe.Write(At("probe")));

        reserve.Release().ShouldBeTrue();

        StorageProbe.Write(At("probe"));
        _disk.Fill();
        reserve.Keep();
        reserve.IsKept.ShouldBeFalse("a full disk is not filled further");
        reserve.Release().ShouldBeFalse();
    }

    [Fact]
    public void An_event_of_an_alarm_that_cannot_be_stored_waits_and_is_told_in_order()
    {
        using var storage = new StorageHealth("/data", () => { }, _ => { }, TimeProvider.System);
        var sink = new FileSink(At("events"));
        var patient = new PatientSink(sink, storage, new SpaceReserve(At("reserve")));
        _disk.Fill();
        patient.Publish(new JsonObject { ["id"] = 1 });
        patient.Publish(new JsonObject { ["id"] = 2 });
        sink.Told.ShouldBeEmpty();
        storage.Fault.ShouldBe("the disk is full");

        _disk.Free();
        patient.Drain();

        sink.Told.ShouldBe([1, 2]);
    }

    private string At(string name) => Path.Combine(_disk.Path, name);

    private sealed class FileSink(string path) : IEventSink
    {
        public List<int> Told { get; } = [];

        public void Take(string bus, JsonObject cloudEvent, bool isForwarded) => Publish(cloudEvent);

        public void Publish(JsonObject cloudEvent)
        {
            AtomicFile.Write(path, cloudEvent.ToJsonString());
            Told.Add((int)cloudEvent["id"]!);
        }
    }
}
