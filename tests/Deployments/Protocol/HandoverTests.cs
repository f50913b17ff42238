using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>After so many steps another execution goes on.</summary>
public sealed class HandoverTests
{
    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 0, true)]
    [InlineData(4, 2, false)]
    [InlineData(5, 2, true)]
    public void It_is_due_after_the_steps_of_an_execution(int step, int takenUpAt, bool due) =>
        Handover.IsDue(Midway.Begun() with { Step = step, TakenUpAt = takenUpAt }, new StepsAnExecution(3)).ShouldBe(due);

    [Theory]
    [InlineData(1, 0, 0, false)]
    [InlineData(1, 3, 3, false)]
    [InlineData(2, 3, 3, true)]
    [InlineData(2, 4, 3, false)]
    public void The_step_that_the_one_before_judged_is_taken_up(int execution, int step, int takenUpAt, bool taken) =>
        Handover.IsTakenUp(Midway.Begun() with { Execution = execution, Step = step, TakenUpAt = takenUpAt }).ShouldBe(taken);

    [Theory]
    [InlineData(1, "d-000000001-1", false)]
    [InlineData(2, "d-000000001-1", true)]
    [InlineData(2, "d-000000001-2", false)]
    [InlineData(3, "d-000000001-2", true)]
    [InlineData(3, "d-000000002-2", false)]
    public void An_execution_is_past_when_a_later_one_goes_on(int execution, string name, bool past) =>
        Handover.IsPast(Midway.Begun() with { Execution = execution }, name).ShouldBe(past);

    [Fact]
    public void The_next_one_is_asked_for_once_and_the_one_before_told_to_end()
    {
        var decision = Handover.Decide(Midway.Begun() with { Execution = 2, Step = 7 }, Midway.Now);

        (decision.Record.Execution, decision.Record.TakenUpAt, decision.Answer.Next).ShouldBe((3, 7, Branch.HandOver));
        var start = decision.Also.ShouldHaveSingleItem().ShouldBeOfType<GuardedWrite>().Write.ShouldBeOfType<PutItem>().Attributes.ToJsonString();
        start.ShouldContain("deploy-lambda");
        start.ShouldContain("d-000000001-3");
        start.ShouldContain("deploymentId");
    }
}
