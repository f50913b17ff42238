using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Traffic that was read back is known, told once and watched; any other ends the deployment or is set again.</summary>
public sealed class BakeTests
{
    [Fact]
    public void Traffic_that_is_as_intended_is_told_and_watched()
    {
        var decision = Decided(Midway.Begun(), attempt: 1, "1", ("2", 0.1m));

        decision.Events.Select(one => one.DetailType).ShouldBe([DeploymentEvents.TrafficShifted]);
        ((int)decision.Events[0].Detail["watchSeconds"]!).ShouldBe(60);
        (decision.Record.Known, decision.Record.Reached, decision.Answer).ShouldBe((new KnownTraffic(1, "read"), 1, false));
        decision.Record.Parked.ShouldBe(new ParkedWait(WaitKind.Bake, 1, 1, 0, "token"));
        decision.Record.History.Single().ReadBack.ShouldBe(Midway.Now);
    }

    [Fact]
    public void It_is_told_once_however_often_it_is_read()
    {
        var first = Decided(Midway.Begun(), attempt: 1, "1", ("2", 0.1m)).Record;

        Decided(first, attempt: 1, "1", ("2", 0.1m)).Events.ShouldBeEmpty("the answer was lost");
        Decided(first with { Attempt = 2 }, attempt: 2, "1", ("2", 0.1m)).Events.ShouldBeEmpty("it is watched on");
    }

    [Fact]
    public void When_it_was_seen_first_stays()
    {
        var first = Decided(Midway.Begun(), attempt: 1, "1", ("2", 0.1m)).Record;

        Bake.Decide(new LambdaPlatform(), first, Read(1, "1", ("2", 0.1m)), Midway.Now.AddMinutes(1)).Record.History.Single().ReadBack.ShouldBe(Midway.Now);
    }

    [Fact]
    public void Traffic_that_is_as_before_is_set_again_five_times()
    {
        var decision = Decided(Midway.Begun(), attempt: 1, "1");
        decision.Throw.ShouldBeOfType<WeightNotSetException>().Message.ShouldBe("fn:live does not yet send 90 % to version 1, 10 % to version 2.");
        (decision.Record.Intent!.Tries, decision.Record.Stop).ShouldBe((1, null));

        var last = Midway.Begun() with { Intent = Midway.Begun().Intent! with { Tries = 5 } };
        Decided(last, attempt: 1, "1").Record.Stop!.Message.ShouldBe("fn:live could not be set to 90 % to version 1, 10 % to version 2 in 5 tries: others change it meanwhile");
    }

    [Fact]
    public void Traffic_of_somebody_else_ends_it()
    {
        var decision = Decided(Midway.Begun(), attempt: 1, "7");

        decision.Record.Stop!.Cause.ShouldBe(StopCause.ForeignChange);
        decision.Events.Select(one => one.DetailType).ShouldBe([DeploymentEvents.StopRecorded]);
    }

    private static Decision<Deployment, bool> Decided(Deployment record, int attempt, string version, params (string Version, decimal Weight)[] weights) =>
        Bake.Decide(new LambdaPlatform(), record, Read(attempt, version, weights), Midway.Now);

    private static BakeInput Read(int attempt, string version, params (string Version, decimal Weight)[] weights) => new("d-000000001", 1, attempt, "token", 0)
    {
        Answers = MachineAnswers.Of(("alias", new AliasAnswer(version, "read", new AliasRouting(weights.ToDictionary(weight => weight.Version, weight => weight.Weight)), null))),
    };
}
