using Sluice.Deployments.Alarms;

namespace Sluice.Deployments.Tests.Alarms;

public sealed class RequestTextTests
{
    [Theory]
    [InlineData(33.34, 5, "33 % of version 3's requests failed (limit 5 %)")]
    [InlineData(5, 5, "5 % of version 3's requests failed (limit 5 %)")]
    [InlineData(99.6, 0.5, "99 % of version 3's requests failed (limit 0.5 %)")]
    [InlineData(50.6, 50.5, "50.6 % of version 3's requests failed (limit 50.5 %)")]
    [InlineData(0.25, 0.2, "0.25 % of version 3's requests failed (limit 0.2 %)")]
    public void Never_shows_less_than_the_limit_or_all_of_some(double percent, double limit, string text) => RequestText.OverLimit("3", percent, (decimal)limit).ShouldBe(text);
}
