using Sluice.Local.Cloud.Logs;
using Sluice.Local.Cloud.Logs.Storage;

namespace Sluice.Local.Tests.Cloud.Logs;

public sealed class BatchCheckTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_batch_that_is_too_large_out_of_order_and_too_long_is_told_all_three()
    {
        var large = new string('é', 300_000);

        BatchCheck.Faults([At(TimeSpan.Zero, large), At(TimeSpan.FromHours(-25), large)]).ShouldBe(
        [
            "Upload too large: 1200052 bytes exceeds limit of 1048576",
            "Log events in a single PutLogEvents request must be in chronological order.",
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
        ]);
        BatchCheck.Faults([At(TimeSpan.FromHours(-24)), At(TimeSpan.Zero), At(TimeSpan.Zero)]).ShouldBeEmpty();
    }

    /// <summary>Five events an hour apart, of which the third is so many hours from now.</summary>
    [Theory]
    [InlineData(0, 0, "0 1 2 3 4", null, null, null)]
    [InlineData(0, 90, "1 2 3 4", null, null, 1)]
    [InlineData(-400, 0, "", null, 5, null)]
    [InlineData(-336, 0, "2 3 4", null, 2, null)]
    [InlineData(1, 0, "0 1 2 3", 4, null, null)]
    [InlineData(-336, 1440, "", null, 2, 5)]
    public void What_is_too_old_expired_or_to_come_is_left_out_and_told(int hours, int keptMinutes, string taken, int? tooNew, int? tooOld, int? expired)
    {
        var events = Enumerable.Range(0, 5).Select(number => new LogEvent(Now.AddHours(number - 2 + hours).ToUnixTimeMilliseconds(), $"{number}")).ToList();

        var batch = BatchCheck.Take(events, Now, keptMinutes == 0 ? 0 : Now.AddMinutes(-keptMinutes).ToUnixTimeMilliseconds());

        string.Join(' ', batch.Events.Select(one => one.Message)).ShouldBe(taken);
        (batch.TooNewStart, batch.TooOldEnd, batch.ExpiredEnd).ShouldBe((tooNew, tooOld, expired));
        batch.IsWhole.ShouldBe(tooNew is null && tooOld is null && expired is null);
    }

    private static LogEvent At(TimeSpan after, string message = "m") => new((Now + after).ToUnixTimeMilliseconds(), message);
}
