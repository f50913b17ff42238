using Sluice.Local.Cloud.Functions.Runtime;

namespace Sluice.Local.Tests.Cloud.Functions.Runtime;

public sealed class RequestLinesTests
{
    private const string Id = "3dca290b-7b88-47c9-8dbd-84f107ecf9e1";
    private static readonly RuntimeFault TimedOut = new(RuntimeFault.TimedOut, $"RequestId: {Id} Error: Task timed out after 3.00 seconds");
    private static readonly RuntimeFault Exited = new(RuntimeFault.Exited, $"RequestId: {Id} Error: Runtime exited with error: exit status 3\ncannot go on");

    [Fact]
    public void A_first_request_is_reported_with_the_time_that_the_start_took() =>
        RequestLines.Report(Id, TimeSpan.FromMilliseconds(41.708), 384, 232, TimeSpan.FromMilliseconds(164.66), null)
            .ShouldBe($"REPORT RequestId: {Id}\tDuration: 41.71 ms\tBilled Duration: 42 ms\tMemory Size: 384 MB\tMax Memory Used: 232 MB\tInit Duration: 164.66 ms\t");

    [Fact]
    public void What_nobody_has_measured_is_not_reported() =>
        RequestLines.Report(Id, TimeSpan.FromMilliseconds(5), 128, null, null, null).ShouldBe($"REPORT RequestId: {Id}\tDuration: 5.00 ms\tBilled Duration: 5 ms\tMemory Size: 128 MB\t");

    [Fact]
    public void A_request_whose_time_was_over_says_so()
    {
        RequestLines.Of(TimedOut, Id, new DateTimeOffset(2026, 11, 20, 18, 19, 35, 211, TimeSpan.Zero)).ShouldBe([$"2026-11-20T18:19:35.211Z {Id} Task timed out after 3.00 seconds", ""]);
        RequestLines.Report(Id, TimeSpan.FromSeconds(3), 128, 70, null, TimedOut)
            .ShouldBe($"REPORT RequestId: {Id}\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tStatus: timeout");
    }

    [Fact]
    public void A_process_that_ended_says_how()
    {
        RequestLines.Of(Exited, Id, DateTimeOffset.UnixEpoch).ShouldBe([$"RequestId: {Id} Error: Runtime exited with error: exit status 3", "Runtime.ExitError"]);
        RequestLines.Report(Id, TimeSpan.FromMilliseconds(5.2), 128, 30, null, Exited).ShouldEndWith("\tBilled Duration: 6 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\tStatus: error\tError Type: Runtime.ExitError");
        RequestLines.InitReport(TimeSpan.FromMilliseconds(8), Exited).ShouldBe("INIT_REPORT Init Duration: 8.00 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError");
    }
}
