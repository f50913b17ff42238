using Sluice.Local.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Processes;

public sealed class ProcessStatTests
{
    private static readonly string Fields = string.Join(' ', Enumerable.Range(4, 50));

    [Theory]
    [InlineData("12 (a) b) S ", "22", "5")]
    [InlineData("12 (a) Z ", null, null)]
    [InlineData("12 (a) X ", null, null)]
    public void Start_and_group_are_read_past_names_with_brackets_and_an_ended_process_has_none(string begin, string? start, string? group)
    {
        ProcessStat.TicksOf(begin + Fields).ShouldBe(start);
        ProcessStat.GroupOf(begin + Fields).ShouldBe(group);
    }

    [Fact]
    public void What_cannot_be_read_has_ended()
    {
        ProcessStat.TicksOf(null as string).ShouldBeNull();
        ProcessStat.GroupOf(null).ShouldBeNull();
    }
}
