using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Clients;

public sealed class RunIdsTests
{
    private static readonly IReadOnlyList<PipelineExecutionSummary> Runs =
        [Run("aaaa1111-3", "c0ffee"), Run("aaaa1111-2", "beef00"), Run("bbbb2222-1", "c0ffee")];

    [Theory]
    [InlineData("bbbb", "bbbb2222-1")]
    [InlineData("BBBB2222", "bbbb2222-1")]
    [InlineData("beef", "aaaa1111-2")]
    public void The_beginning_of_an_id_or_of_a_revision_means_a_run(string given, string expected) => RunIds.Pick("shop", given, Runs).ShouldBe(expected);

    [Fact]
    public void Of_a_revision_that_was_released_twice_the_newer_run_is_meant() => RunIds.Pick("shop", "c0ff", Runs).ShouldBe("aaaa1111-3");

    [Theory]
    [InlineData("aaaa", "'aaaa' means 2 runs of shop: aaaa1111-3, aaaa1111-2.")]
    [InlineData("ffff", "shop has no run 'ffff'; 'sluice history shop' lists them.")]
    [InlineData("b", "'b' is too short for a run's id: expected at least 4 characters of it.")]
    public void What_means_none_or_several_is_told(string given, string expected) => Should.Throw<UsageException>(() => RunIds.Pick("shop", given, Runs)).Message.ShouldBe(expected);

    [Fact]
    public void Ids_are_as_short_as_tells_them_apart()
    {
        ShortIds.Length(Runs.Select(run => run.PipelineExecutionId!)).ShouldBe(10);
        ShortIds.Length(["bbbb2222-1", "cccc2222-1"]).ShouldBe(8);
    }

    private static PipelineExecutionSummary Run(string id, string revision) => new() { PipelineExecutionId = id, SourceRevisions = [new SourceRevision { ActionName = "Checkout", RevisionId = revision }] };
}
