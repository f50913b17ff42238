using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Sluice.BuildRunner.Telling;
using Sluice.Platform.Objects;
using Sluice.Signing.Calls;

namespace Sluice.BuildRunner.Tests.Telling;

/// <summary>Logs that go to CloudWatch, and to an object at the end.</summary>
public sealed class LogShippingTests : IClassFixture<Moto>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _told = [];
    private readonly Moto _moto;

    public LogShippingTests(Moto moto) => _moto = moto;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_lines_come_in_their_order_with_their_times()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch);
        using var spool = Spool(time);
        var service = new Service();
        await using (var shipping = new LogShipping(spool, service, time, _told.Add))
        {
            foreach (var i in Enumerable.Range(0, 12_000))
            {
                spool.Write(Encoding.UTF8.GetBytes($"line {i}\n"));
                if (i == 6000)
                {
                    time.Advance(TimeSpan.FromMinutes(1));
                }
            }

            spool.Write("no line end"u8);
        }

        service.Messages.ShouldBe([.. Enumerable.Range(0, 12_000).Select(i => $"line {i}\n"), "no line end"]);
        service.Batches.ShouldAllBe(batch => batch.Count <= 10_000 && batch.Sum(one => Encoding.UTF8.GetByteCount(one.Message) + 26) < 1 << 20);
        service.Batches.SelectMany(batch => batch).First().At.ShouldBe(DateTimeOffset.UnixEpoch);
        service.Batches.SelectMany(batch => batch).Last().At.ShouldBe(DateTimeOffset.UnixEpoch.AddMinutes(1));
        _told.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_huge_line_and_bytes_that_are_no_text_are_cut_to_what_the_service_takes()
    {
        using var spool = Spool(TimeProvider.System);
        var service = new Service();
        var text = string.Concat(Enumerable.Repeat("é", 300_000));
        await using (var shipping = new LogShipping(spool, service, TimeProvider.System, _told.Add))
        {
            spool.Write(Encoding.UTF8.GetBytes(text + "\n"));
            spool.Write([.. Enumerable.Repeat((byte)0xFF, 200_000), (byte)'\n']);
        }

        string.Concat(service.Messages).ShouldStartWith(text + "\n\uFFFD");
        service.Batches.ShouldAllBe(batch => batch.Sum(one => Encoding.UTF8.GetByteCount(one.Message) + 26) < 1 << 20);
        service.Batches.SelectMany(batch => batch).ShouldAllBe(one => Encoding.UTF8.GetByteCount(one.Message) <= 256 * 1024);
    }

    [Fact]
    public async Task A_lost_connection_is_waited_for()
    {
        var time = new SteppedTime();
        using var spool = Spool(time);
        spool.Write("one\ntwo\n"u8);
        var service = new Service { Failures = 6, MayPass = true };
        var pauses = new List<double>();
        await using (new LogShipping(spool, service, time, _told.Add))
        {
            while (pauses.Count < 6)
            {
                pauses.Add((await time.EndWaitAsync(Cancellation)).TotalSeconds);
            }
        }

        pauses.ShouldBe([0.5, 1, 2, 4, 8, 10]);
        _told.ShouldBeEmpty();
        service.Messages.ShouldBe(["one\n", "two\n"]);
    }

    [Fact]
    public async Task What_cannot_be_brought_is_told_at_last()
    {
        using var spool = Spool(TimeProvider.System);
        await using (var shipping = new LogShipping(spool, new Service { Failures = 1, MayPass = false }, TimeProvider.System, _told.Add))
        {
            spool.Write("one\n"u8);
        }

        _told.ShouldBe(["4 bytes of the log did not reach its log group: AccessDenied: no"]);
    }

    [Fact]
    public async Task CloudWatch_keeps_them()
    {
        using var http = new HttpClient();
        var aws = new AwsEnvironment(
            new Dictionary<string, string> { ["AWS_REGION"] = "eu-west-1", ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test", ["AWS_ENDPOINT_URL"] = (await _moto.UrlAsync()).ToString() }, http, TimeProvider.System);
        using var spool = Spool(TimeProvider.System);
        await using (var shipping = new LogShipping(spool, new CloudWatchLogs(aws, "/aws/codebuild/shop", "b1"), TimeProvider.System, _told.Add))
        {
            spool.Write("one\ntwo\n"u8);
        }

        _told.ShouldBeEmpty();
        var found = await aws.Client(AwsJsonService.Logs).CallAsync("GetLogEvents", new JsonObject { ["logGroupName"] = "/aws/codebuild/shop", ["logStreamName"] = "b1", ["startFromHead"] = true }, Cancellation);
        found["events"]!.AsArray().Select(one => one!["message"]!.ToString().TrimEnd('\n')).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task The_whole_log_is_an_object_at_the_end()
    {
        using var spool = Spool(TimeProvider.System);
        spool.Write("one\n"u8);
        spool.Write("two\n"u8);
        var buckets = new MemoryBuckets();

        await LogObject.StoreAsync(spool, buckets, new ObjectRef("user", "logs/b1.gz"), _folder.Path, Cancellation);

        using var text = new StreamReader(new System.IO.Compression.GZipStream(new MemoryStream(buckets.Objects.Values.Single()), System.IO.Compression.CompressionMode.Decompress));
        (await text.ReadToEndAsync(Cancellation)).ShouldBe("one\ntwo\n");
    }

    public void Dispose() => _folder.Dispose();

    private LogSpool Spool(TimeProvider time) => new(Path.Combine(_folder.Path, Guid.NewGuid().ToString()), time);

    private sealed class Service : ILogService
    {
        private readonly List<IReadOnlyList<LogEvent>> _batches = [];

        public int Failures { get; set; }

        public bool MayPass { get; init; }

        public IReadOnlyList<IReadOnlyList<LogEvent>> Batches
        {
            get
            {
                lock (_batches)
                {
                    return [.. _batches];
                }
            }
        }

        public IReadOnlyList<string> Messages => [.. Batches.SelectMany(batch => batch).Select(one => one.Message)];

        public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task PutAsync(IReadOnlyList<LogEvent> events, CancellationToken cancellationToken)
        {
            lock (_batches)
            {
                if (Failures-- > 0)
                {
                    throw new LogServiceException("AccessDenied: no", MayPass);
                }

                _batches.Add(events);
                return Task.CompletedTask;
            }
        }
    }
}
