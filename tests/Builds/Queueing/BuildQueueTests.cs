using Sluice.Builds.Queueing;

namespace Sluice.Builds.Tests.Queueing;

public sealed class BuildQueueTests
{
    [Fact]
    public void As_many_as_may_run_and_the_others_wait_in_the_order_in_which_they_came()
    {
        var queue = Entered(2, "a", "b", "c", "d");

        Names(queue.Running).ShouldBe("ab");
        Names(queue.Waiting).ShouldBe("cd");
        Names(queue.Leave(["b"], 2).Running).ShouldBe("ac");
        Names(queue.Leave(["c"], 2).Waiting).ShouldBe("d");
        Names(queue.Leave(["a", "b"], 2).Running).ShouldBe("cd");
    }

    [Fact]
    public void Whoever_asks_again_keeps_its_place_and_is_answered_on_its_newer_token()
    {
        var queue = Entered(1, "a", "b", "c").Enter("b", "b2", 1).Enter("a", "a2", 1);

        queue.Running.ShouldBe([new QueuedBuild("a", "a2")]);
        queue.Waiting.ShouldBe([new QueuedBuild("b", "b2"), new QueuedBuild("c", "c1")]);
    }

    [Fact]
    public void A_higher_limit_lets_in_the_first_and_a_lower_one_lets_the_running_end()
    {
        var queue = Entered(1, "a", "b", "c");

        Names(queue.Enter("d", "d1", 3).Running).ShouldBe("abc");
        Names(Entered(3, "a", "b", "c", "d").Leave(["a"], 1).Running).ShouldBe("bc");
    }

    [Fact]
    public void Who_was_told_is_not_told_again_unless_it_asked_again()
    {
        var queue = Entered(1, "a");
        var told = queue.Tell(queue.Running[0]);

        told.Untold.ShouldBeEmpty();
        Names(told.Enter("a", "a2", 1).Untold).ShouldBe("a");
        told.Enter("a", "a2", 1).Tell(queue.Running[0]).Untold.ShouldNotBeEmpty("that was for the older token");
    }

    private static BuildQueue Entered(int atOnce, params IEnumerable<string> names) =>
        names.Aggregate(BuildQueue.Empty, (queue, name) => queue.Enter(name, name + "1", atOnce));

    private static string Names(IEnumerable<QueuedBuild> builds) => string.Concat(builds.Select(build => build.BuildId));
}
