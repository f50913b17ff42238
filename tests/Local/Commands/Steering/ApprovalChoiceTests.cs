using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Seeing;
using Sluice.Local.Commands.Steering;

namespace Sluice.Local.Tests.Commands.Steering;

public sealed class ApprovalChoiceTests
{
    private static readonly IReadOnlyList<WaitingApproval> Waiting = [Approval("Test", "Look", "aaaa1111"), Approval("Deploy", "Release", "aaaa1111"), Approval("Deploy", "Release", "bbbb2222")];

    [Fact]
    public void The_only_one_need_not_be_named() => new ApprovalChoice(null, null, null).Of("shop", [Waiting[0]]).ShouldBe(Waiting[0]);

    [Theory]
    [InlineData("Look", null, 0)]
    [InlineData("Test/Look", null, 0)]
    [InlineData("Release", "bbbb", 2)]
    public void An_action_and_a_run_tell_them_apart(string action, string? run, int expected) => new ApprovalChoice("shop", action, run).Of("shop", Waiting).ShouldBe(Waiting[expected]);

    [Fact]
    public void Several_are_listed_with_what_they_ask() => Should.Throw<UsageException>(() => new ApprovalChoice("shop", "Release", null).Of("shop", Waiting)).Message.ShouldBe(
        "Several wait for approval; name one: Deploy/Release --run aaaa1111 (Really?); Deploy/Release --run bbbb2222 (Really?).");

    [Fact]
    public void A_slip_gets_the_action_that_was_meant() =>
        Should.Throw<UsageException>(() => new ApprovalChoice("shop", "Relase", null).Of("shop", Waiting)).Message.ShouldStartWith("Relase does not wait for approval. Did you mean 'Release'? What waits: Test/Look");

    [Fact]
    public void Where_nothing_waits_it_is_refused() => Should.Throw<RefusedException>(() => new ApprovalChoice("shop", null, null).Of("shop", [])).Message.ShouldBe("Nothing of shop waits for approval.");

    private static WaitingApproval Approval(string stage, string action, string run) => new("shop", stage, action, run, "token", "Really?", null, null, null);
}
