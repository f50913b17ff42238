using Sluice.Platform.Runs;

namespace Sluice.Platform.Tests.Runs;

public sealed class CaughtErrorTests
{
    [Theory]
    [InlineData("States.Timeout", null, "States.Timeout")]
    [InlineData("States.Timeout", "", "States.Timeout")]
    [InlineData(null, null, "Unknown error")]
    [InlineData("ECS.AmazonECSException", "no capacity", "ECS.AmazonECSException: no capacity")]
    [InlineData("QuotaException", """{"errorType":"QuotaException","errorMessage":"six at most","stackTrace":[]}""", "QuotaException: six at most")]
    [InlineData("QuotaException", """{"errorMessage":3}""", """QuotaException: {"errorMessage":3}""")]
    [InlineData("QuotaException", "{ no document", "QuotaException: { no document")]
    public void Is_told_in_one_line(string? error, string? cause, string line) => new CaughtError(error, cause).Describe().ShouldBe(line);

    [Fact]
    public void A_long_cause_is_cut() => new CaughtError("Long", new string('x', 30)).Describe(longest: 10).ShouldBe("Long: xxxxxxxxxx…");
}
