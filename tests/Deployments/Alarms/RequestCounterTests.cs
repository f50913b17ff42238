using System.Text.Json;
using Sluice.Deployments.Alarms;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Alarms;

namespace Sluice.Deployments.Tests.Alarms;

public sealed class RequestCounterTests
{
    [Fact]
    public void Points_are_added_up_and_what_is_no_number_is_none() =>
        RequestCounter.Read(new MetricDataAnswer([Series(RequestCounter.Requests, "3", "4", "\"NaN\""), Series(RequestCounter.Failed, "1", "1", "0"), Series("other", "9")]))
            .ShouldBe(new RequestCount(7, 2));

    [Theory]
    [InlineData("Complete", true)]
    [InlineData(null, true)]
    [InlineData("PartialData", false)]
    [InlineData("InternalError", false)]
    public void A_series_that_is_not_whole_counts_nothing(string? status, bool counts) =>
        (RequestCounter.Read(new MetricDataAnswer([Series(RequestCounter.Requests, "3"), Series(RequestCounter.Failed, "0") with { StatusCode = status }])) is not null).ShouldBe(counts);

    [Fact]
    public void An_error_counts_nothing() => RequestCounter.Read(new MetricDataAnswer(null, "CloudWatch.Throttled")).ShouldBeNull();

    [Theory]
    [InlineData(RequestCounter.Requests, true)]
    [InlineData(RequestCounter.Failed, true)]
    [InlineData("new0_value", false)]
    public void Its_answers_are_told_from_an_analysis(string id, bool own) => RequestCounter.IsAnsweredBy(new MetricDataAnswer([Series("x", "1"), Series(id, "1")])).ShouldBe(own);

    [Fact]
    public void No_answer_is_none_of_its_own()
    {
        RequestCounter.IsAnsweredBy(null).ShouldBeFalse();
        RequestCounter.IsAnsweredBy(new MetricDataAnswer(null)).ShouldBeFalse();
        RequestCounter.IsAnsweredBy(new MetricDataAnswer([])).ShouldBeFalse();
    }

    private static MetricDataResult Series(string id, params string[] values) =>
        new(id, "Complete", [.. values.Select((_, index) => DateTimeOffset.UnixEpoch.AddSeconds(index))], [.. values.Select(value => JsonDocument.Parse(value).RootElement)]);
}
