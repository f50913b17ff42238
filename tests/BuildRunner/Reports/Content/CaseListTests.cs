using Sluice.BuildContract.Reports;
using Sluice.BuildRunner.Reports.Content;

namespace Sluice.BuildRunner.Tests.Reports.Content;

public sealed class CaseListTests
{
    [Fact]
    public void However_many_come_as_many_are_kept_as_a_report_has_and_their_order_stays()
    {
        var list = new CaseList();
        for (var n = 0; n < 3 * CaseList.MostKept; n++)
        {
            list.Add(new TestCase($"{n}", n % 100_000 == 99_999 ? TestStatus.Failed : TestStatus.Succeeded, 1, null, null, null, "f"));
        }

        list.Summary.Total.ShouldBe(3 * CaseList.MostKept);
        list.Summary.DurationInNanoSeconds.ShouldBe(3 * CaseList.MostKept);
        list.Kept.Count.ShouldBe(CaseList.MostKept);
        list.Kept.Where(test => test.Status == TestStatus.Failed).Select(test => test.Name).ShouldBe(["99999", "199999", "299999"]);
        list.Kept.Select(test => int.Parse(test.Name, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();
    }

    [Fact]
    public void Durations_of_all_cases_end_at_the_largest_number()
    {
        var list = new CaseList();
        list.Add(new TestCase("a", TestStatus.Succeeded, long.MaxValue, null, null, null, "f"));
        list.Add(new TestCase("b", TestStatus.Succeeded, long.MaxValue, null, null, null, "f"));

        list.Summary.DurationInNanoSeconds.ShouldBe(long.MaxValue);
    }
}
