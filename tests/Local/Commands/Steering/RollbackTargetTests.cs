using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Steering;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Steering;

/// <summary>Runs are named by their age: 1 is the oldest.</summary>
public sealed class RollbackTargetTests
{
    [Fact]
    public void Goes_back_to_the_last_one_that_succeeded_before_what_is_there() => Of(Run("3"), [Run("3"), Run("2"), Run("1")]).ShouldBe("2");

    [Fact]
    public void After_a_failure_goes_back_to_the_last_one_that_succeeded() => Of(Run("3"), [Run("2"), Run("1")]).ShouldBe("2");

    [Fact]
    public void Going_back_twice_goes_back_two_runs() => Of(Rollback("4", "2"), [Rollback("4", "2"), Run("3"), Run("2"), Run("1")]).ShouldBe("1");

    [Fact]
    public void A_rollback_is_no_target_of_another() => Of(Run("4"), [Run("4"), Rollback("3", "1"), Run("2"), Run("1")]).ShouldBe("2");

    [Theory]
    [InlineData("1")]
    [InlineData(null)]
    public void Where_nothing_succeeded_before_it_is_refused(string? newest) =>
        Should.Throw<RefusedException>(() => Of(newest is null ? null : Run(newest), newest is null ? [] : [Run(newest)])).Message.ShouldBe("shop: no earlier run has succeeded in Deploy, so there is nothing to go back to.");

    private static string Of(PipelineExecutionSummary? newest, IReadOnlyList<PipelineExecutionSummary> succeeded) => RollbackTarget.Of("shop", new StageState { StageName = "Deploy" }, newest, succeeded);

    private static PipelineExecutionSummary Run(string id) => new() { PipelineExecutionId = id, ExecutionType = ExecutionType.STANDARD };

    private static PipelineExecutionSummary Rollback(string id, string target) =>
        new() { PipelineExecutionId = id, ExecutionType = ExecutionType.ROLLBACK, RollbackMetadata = new PipelineRollbackMetadata { RollbackTargetPipelineExecutionId = target } };
}
