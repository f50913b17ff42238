using Sluice.Deployments.Protocol.Steps;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A deployment of a thousand steps remembers the first and the newest two hundred.</summary>
public sealed class StepHistoryTests
{
    [Theory]
    [InlineData(0, "1..1")]
    [InlineData(199, "1..200")]
    [InlineData(200, "1..100 102..201")]
    public void The_middle_is_left_out(int before, string kept) => Runs(StepHistory.With([.. Enumerable.Range(1, before).Select(Entry)], Entry(before + 1))).ShouldBe(kept);

    [Fact]
    public void It_stays_as_long_as_it_is()
    {
        IReadOnlyList<StepRecord> history = [];
        for (var step = 1; step <= 1000; step++)
        {
            history = StepHistory.With(history, Entry(step));
        }

        Runs(history).ShouldBe("1..100 901..1000");
    }

    private static StepRecord Entry(int step) => new(step, $"{step}", DateTimeOffset.UnixEpoch, null);

    private static string Runs(IReadOnlyList<StepRecord> history)
    {
        var steps = history.Select(entry => entry.Step).ToList();
        var starts = steps.Where(step => !steps.Contains(step - 1));
        return string.Join(' ', starts.Select(start => $"{start}..{Enumerable.Range(start, 2000).TakeWhile(steps.Contains).Last()}"));
    }
}
