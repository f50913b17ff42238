using Sluice.Deployments.Alarms;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Tests.Alarms;

public sealed class RequestTextTests
{
    [Theory]
    [InlineData(33.34, 5, "33 % of version 3's requests failed (limit 5 %)")]
    [InlineData(5, 5, "5 % of version 3's requests failed (limit 5 %)")]
    [InlineData(99.6, 0.5, "99 % of version 3's requests failed (limit 0.5 %)")]
    [InlineData(50.6, 50.5, "50.6 % of version 3's requests failed (limit 50.5 %)")]
    [InlineData(10.4, 5, "10 % of version 3's requests failed (limit 5 %)")]
    [InlineData(9.96, 5, "9.96 % of version 3's requests failed (limit 5 %)")]
    [InlineData(50.6, 50, "50 % of version 3's requests failed (limit 50 %)")]
    [InlineData(0.25, 0.2, "0.25 % of version 3's requests failed (limit 0.2 %)")]
    public void Never_shows_less_than_the_limit_or_all_of_some(double percent, double limit, string text) => RequestText.OverLimit("3", percent, (decimal)limit).ShouldBe(text);

    [Theory]
    [InlineData(0, 1, "0 of 1 request to version 3 failed")]
    [InlineData(2, 14, "2 of 14 requests to version 3 failed")]
    public void Counts_are_told(int failed, int requests, string text) => RequestText.Counted("3", new RequestCount(requests, failed)).ShouldBe(text);

    [Theory]
    [InlineData(2, 0, "2 of the 5 requests that are needed came to version 3")]
    [InlineData(2, 1, "2 of the 5 requests that are needed came to version 3 (1 failed)")]
    [InlineData(null, 0, "the requests to version 3 could not be counted")]
    public void Too_few_are_told(int? requests, int failed, string text) => RequestText.TooFew("3", requests is null ? null : new RequestCount(requests.Value, failed)).ShouldBe(text);
}
