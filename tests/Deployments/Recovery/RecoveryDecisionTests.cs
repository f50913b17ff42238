using Sluice.Deployments.Recovery;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.Protocol;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.Recovery;

/// <summary>An execution that is gone is followed by another, once for each thing that is noticed, and five times at most.</summary>
public sealed class RecoveryDecisionTests
{
    [Fact]
    public void A_stop_is_recorded_and_another_execution_started()
    {
        var decision = Decided(Midway.Watched(), "d-000000001-1");

        (decision.Answer, decision.Record.Stop!.Cause, decision.Record.Stop.Message).ShouldBe((true, StopCause.Recovery, "it is gone"));
        decision.Record.Recovered.ShouldBe(["d-000000001-1"]);
        decision.Record.LeaseUntil.ShouldBeGreaterThan(Midway.Now);
        decision.Events.Select(told => told.DetailType).ShouldBe([DeploymentEvents.StopRecorded]);
        Started(decision).ShouldContain("\"d-000000001-recover\"");
    }

    [Fact]
    public void Each_further_one_has_a_number_and_the_first_stop_stays()
    {
        var first = Decided(Midway.Watched(), "d-000000001-1").Record;

        var decision = Decided(first, "d-000000001-recover");

        (decision.Answer, decision.Record.Stop, decision.Events.Count).ShouldBe((true, first.Stop, 0));
        Started(decision).ShouldContain("\"d-000000001-recover-2\"");
    }

    [Fact]
    public void What_is_committed_is_carried_on()
    {
        var decision = Decided(Midway.Watched() with { IsCommitted = true }, "d-000000001-1");

        (decision.Answer, decision.Record.Stop, decision.Events.Count, decision.Also.Count).ShouldBe((true, null, 0, 1));
    }

    public static TheoryData<string> Nothings => ["it has ended", "it was noticed", "another execution goes on"];

    [Theory]
    [MemberData(nameof(Nothings))]
    public void Nothing_follows_when(string reason)
    {
        var record = reason switch
        {
            "it has ended" => Midway.Watched() with { Outcome = DeploymentOutcome.Succeeded },
            "it was noticed" => Midway.Watched() with { Recovered = ["d-000000001-1"] },
            _ => Midway.Watched() with { Execution = 2 },
        };

        var decision = Decided(record, "d-000000001-1");

        (decision.Record, decision.Answer, decision.Events.Count, decision.Also.Count).ShouldBe((record, false, 0, 0));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, DeploymentOutcome.Dirty)]
    public void After_five_in_vain_a_person_has_to_look(int before, DeploymentOutcome? outcome)
    {
        var decision = Decided(Midway.Watched() with { Recovered = [.. Enumerable.Range(1, before).Select(number => $"{number}")] }, "6");

        (decision.Record.Outcome, decision.Answer).ShouldBe((outcome, outcome is null));
        if (outcome is not null)
        {
            decision.Record.Message!.ShouldContain("5 executions could not do it; the last one: it is gone");
            decision.Events.ShouldNotBeEmpty();
        }
    }

    private static Decision<Deployment, bool> Decided(Deployment record, string noticed) => RecoveryDecision.Decide(record, noticed, "it is gone", Midway.Now);

    private static string Started(Decision<Deployment, bool> decision) =>
        decision.Also.Select(also => also.Write).OfType<PutItem>().Select(put => put.Attributes.ToJsonString()).Single(json => json.Contains("deploy-lambda", StringComparison.Ordinal));
}
