using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Tests.Cloud.Logs.Storage;

/// <summary>Streams in small segments of small blocks, so that a few events are many of both.</summary>
public sealed class StreamLogTests : IDisposable
{
    private static readonly SegmentSizes Small = new(Segment: 400, Block: 100);
    private static readonly EventRange All = new(EventKey.Start, EventKey.End);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Events_are_read_in_both_directions_and_after_a_restart()
    {
        var log = Open();
        foreach (var batch in Enumerable.Range(1, 60).Chunk(7))
        {
            log.Append([.. batch.Select(number => new LogEvent(number * 10, $"line {number}"))], 5);
        }

        Said(log.Forward(All)).ShouldBe(Lines(1, 60));
        Said(log.Backward(All)).ShouldBe(Lines(1, 60).Reverse());
        Said(Open().Forward(All)).ShouldBe(Lines(1, 60));
        Said(Open().Backward(EventRange.Of(100, 200))).ShouldBe(Lines(10, 19).Reverse());
        Directory.GetFiles(_folder.Path, "*.events").Length.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void What_comes_late_is_read_in_its_place()
    {
        var log = Open();
        log.Append([new LogEvent(10, "a"), new LogEvent(40, "d")], 1);
        log.Append([new LogEvent(20, "b"), new LogEvent(40, "e")], 2);
        log.Append([new LogEvent(30, "c")], 3);
        log.Append([new LogEvent(50, "f")], 4);

        Said(Open().Forward(All)).ShouldBe(["a", "b", "c", "d", "e", "f"]);
        Said(log.Backward(All)).ShouldBe(["f", "e", "d", "c", "b", "a"]);
        log.Summary.ShouldBe(Open().Summary);
        log.Summary.ShouldBe(new StreamSummary(10, 50, 4, log.Summary.Bytes));
    }

    [Fact]
    public void Wherever_a_write_is_cut_off_what_was_whole_before_is_there_and_the_stream_goes_on()
    {
        Open().Append([new LogEvent(1, "first"), new LogEvent(2, "second")], 1);
        var path = Directory.GetFiles(_folder.Path, "*.events").Single();
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var log = Open();
            log.Append([new LogEvent(3, "third")], 2);

            Said(log.Forward(All)).ShouldBe(length >= EndOfFirst(whole) ? ["first", "third"] : ["third"], $"cut at {length}");
            Said(Open().Forward(All)).ShouldBe(Said(log.Forward(All)));
            Array.ForEach(Directory.GetFiles(_folder.Path), File.Delete);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(28)]
    [InlineData(70)]
    public void A_lost_or_torn_index_is_made_anew(int kept)
    {
        Open().Append([.. Enumerable.Range(1, 20).Select(number => new LogEvent(number, $"line {number}"))], 1);
        var index = Directory.GetFiles(_folder.Path, "*.index").Single();
        var whole = File.ReadAllBytes(index);
        whole.Length.ShouldBeGreaterThan(70);
        File.WriteAllBytes(index, whole[..kept]);

        Said(Open().Forward(All)).ShouldBe(Lines(1, 20));

        File.ReadAllBytes(index).ShouldBe(whole);
    }

    [Fact]
    public void A_block_that_was_changed_is_passed_over_and_the_others_are_read()
    {
        Open().Append([.. Enumerable.Range(1, 20).Select(number => new LogEvent(number, $"line {number}"))], 1);
        var path = Directory.GetFiles(_folder.Path, "*.events").Single();
        var bytes = File.ReadAllBytes(path);
        bytes[40] ^= 1;
        File.WriteAllBytes(path, bytes);

        var said = Said(Open().Forward(All));

        said.Length.ShouldBeInRange(15, 19);
        said[^1].ShouldBe("line 20");
    }

    [Fact]
    public void Whole_segments_are_removed_with_age_and_a_deleted_stream_takes_nothing()
    {
        var log = Open();
        for (var number = 1; number <= 60; number++)
        {
            log.Append([new LogEvent(number, $"line {number}")], 1);
        }

        var before = log.Summary.Bytes;
        log.Trim(before: 50);

        Said(log.Forward(EventRange.Of(50, null))).ShouldBe(Lines(50, 60));
        log.Summary.Bytes.ShouldBeLessThan(before / 2);
        log.Trim(before: 1000);
        log.Summary.Bytes.ShouldBe(0);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        log.Append([new LogEvent(61, "line 61")], 1).ShouldBeTrue();
        log.Delete();
        log.Append([new LogEvent(62, "line 62")], 1).ShouldBeFalse();
        Directory.Exists(_folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void Reading_the_end_of_a_long_stream_reads_little()
    {
        var log = new StreamLog(_folder.Path, new SegmentSizes());
        var text = new string('x', 1000);
        for (var batch = 0; batch < 64; batch++)
        {
            log.Append([.. Enumerable.Range(0, 500).Select(number => new LogEvent((batch * 500) + number, text))], 1);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        log.Backward(All).Take(10).Count().ShouldBe(10);
        log.Forward(EventRange.Of(31_990, null)).Count().ShouldBe(10);

        log.Summary.Bytes.ShouldBeGreaterThan(32_000_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_is_as_a_sorted_list_whatever_is_done_in_whatever_order(int seed)
    {
        var random = new Random(seed);
        var (log, model) = (Open(), new List<(long Timestamp, int Number)>());
        for (var step = 0; step < 300; step++)
        {
            var batch = Enumerable.Range(0, random.Next(1, 6)).Select(number => (Timestamp: random.NextInt64(200), Number: (step * 10) + number)).OrderBy(one => one.Timestamp).ToList();
            log.Append([.. batch.Select(one => new LogEvent(one.Timestamp, $"{one.Number}"))], 1);
            model.AddRange(batch);
            log = random.Next(20) == 0 ? Open() : log;
        }

        var expected = model.Where(one => one.Timestamp is >= 50 and < 150).OrderBy(one => one.Timestamp).Select(one => $"{one.Number}").ToArray();
        Said(log.Forward(EventRange.Of(50, 150))).ShouldBe(expected);
        Said(log.Backward(EventRange.Of(50, 150))).ShouldBe(expected.Reverse());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_in_its_files_it_opens_and_takes_more(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            Open().Append([.. Enumerable.Range(1, 12).Select(number => new LogEvent(number, $"line {number}"))], 1);
            foreach (var path in Directory.GetFiles(_folder.Path))
            {
                var bytes = File.ReadAllBytes(path);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(path, [.. bytes.Take(random.Next(bytes.Length + 1)), .. Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256))]);
            }

            var log = Open();
            log.Append([new LogEvent(100, "more")], 2).ShouldBeTrue();
            Said(log.Forward(All))[^1].ShouldBe("more");
            Said(Open().Forward(All))[^1].ShouldBe("more");
            Array.ForEach(Directory.GetFiles(_folder.Path), File.Delete);
        }
    }

    private static int EndOfFirst(byte[] whole) => 8 + BitConverter.ToInt32(whole);

    private static string[] Lines(int from, int to) => [.. Enumerable.Range(from, to - from + 1).Select(number => $"line {number}")];

    private static string[] Said(IEnumerable<StoredEvent> events) => [.. events.Select(one => one.Message)];

    private StreamLog Open() => new(_folder.Path, Small);
}
