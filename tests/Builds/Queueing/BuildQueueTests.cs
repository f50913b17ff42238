using Sluice.Builds.Queueing;

namespace Sluice.Builds.Tests.Queueing;

public sealed class BuildQueueTests
{
    [Fact]
    public void As_many_as_may_run_and_those_of_one_project_in_the_order_in_which_they_came()
    {
        var (queue, order) = Drained(2, ("a", null, 4));

        order.ShouldBe(["a1", "a2"]);
        Drained(queue.End("a1"), 2, order).Order.ShouldBe(["a1", "a2", "a3"]);
        queue.WaitingCount.ShouldBe(2);
        queue.Obstacle(new BuildLine("a"), 2).ShouldBe("2 of 2 run");
        BuildQueue.Empty.Obstacle(new BuildLine("a"), 2).ShouldBeNull();
    }

    [Fact]
    public void A_project_with_many_builds_does_not_keep_another_with_one_waiting()
    {
        Drained(4, ("a", null, 100), ("b", null, 1), ("c", null, 2)).Order.ShouldBe(["a1", "b1", "c1", "a2"], ignoreOrder: false);
    }

    [Fact]
    public void Projects_have_their_turns_one_after_the_other()
    {
        var (queue, order) = Drained(1, ("a", null, 3), ("b", null, 3), ("c", null, 1));
        while (queue.Running.Count > 0)
        {
            (queue, order) = Drained(queue.End(queue.Running[0].BuildId), 1, order);
        }

        order.ShouldBe(["a1", "b1", "c1", "a2", "b2", "a3", "b3"]);
    }

    [Fact]
    public void A_projects_own_limit_holds_back_its_builds_and_nobody_elses()
    {
        var (queue, order) = Drained(4, ("a", 1, 3), ("b", null, 2));

        order.ShouldBe(["a1", "b1", "b2"]);
        queue.Obstacle(new BuildLine("a", 1), 4).ShouldBe("1 of the project's 1 run");
        queue.Obstacle(new BuildLine("c"), 4).ShouldBe("3 of 4 run");
    }

    [Fact]
    public void A_fleets_limit_holds_back_its_line_of_each_project()
    {
        var (web, api) = (new BuildLine("web", 2, "linux", 1), new BuildLine("api", null, "linux", 1));
        var queue = BuildQueue.Empty.Enter(web).Enter(api);

        queue.Obstacle(web, 9).ShouldBe("0 of the fleet's 1 run");
        queue = queue.Admit(queue.Next(9)!, "1");

        queue.Next(9).ShouldBeNull();
        queue.Enter(new BuildLine("web", 2)).Next(9).ShouldBe("web");
        queue.End("1").Next(9).ShouldBe(queue.Waiting.Keys.ShouldHaveSingleItem());
        queue.Enter(api with { FleetLimit = 2 }).Next(9).ShouldBe("api@linux");
    }

    [Fact]
    public void A_projects_limit_counts_its_builds_on_fleets_too()
    {
        var queue = BuildQueue.Empty.Enter(new BuildLine("web", 1, "linux", 5)).Admit("web@linux", "1").Enter(new BuildLine("web", 1));

        queue.Next(9).ShouldBeNull();
        queue.Obstacle(new BuildLine("web", 1, "other", 5), 9).ShouldBe("1 of the project's 1 run");
    }

    [Fact]
    public void A_higher_limit_lets_in_the_first_and_a_lower_one_lets_the_running_end()
    {
        var (queue, order) = Drained(1, ("a", null, 3));

        Drained(queue, 3, order).Order.ShouldBe(["a1", "a2", "a3"]);
        var (full, _) = Drained(3, ("a", null, 4));
        full.End("a1").Next(1).ShouldBeNull();
    }

    [Fact]
    public void Who_was_told_is_not_told_again_unless_it_asks_again()
    {
        var (queue, _) = Drained(1, ("a", null, 1));

        queue.Untold.ShouldHaveSingleItem();
        queue.Tell("a1").Untold.ShouldBeEmpty();
        queue.Tell("a1").Tell("a1", isTold: false).Untold.ShouldHaveSingleItem();
        queue.Tell("b1").ShouldBeSameAs(queue);
        queue.End("b1").ShouldBeSameAs(queue);
    }

    [Fact]
    public void One_that_waited_and_is_stopped_takes_no_turn()
    {
        var (queue, _) = Drained(1, ("a", null, 2), ("b", null, 1));

        queue.Leave("b").Waiting.Keys.ShouldBe(["a"]);
        queue.Leave("b").Leave("b").WaitingCount.ShouldBe(1);
    }

    private static (BuildQueue Queue, IReadOnlyList<string> Order) Drained(int atOnce, params (string Project, int? Limit, int Builds)[] projects)
    {
        var queue = projects.Aggregate(
            BuildQueue.Empty, (seen, project) => Enumerable.Range(0, project.Builds).Aggregate(seen, (inner, _) => inner.Enter(new BuildLine(project.Project, project.Limit))));
        return Drained(queue, atOnce, []);
    }

    /// <summary>The order of turns; the n-th build of a project is called by both.</summary>
    private static (BuildQueue Queue, IReadOnlyList<string> Order) Drained(BuildQueue queue, int atOnce, IReadOnlyList<string> order)
    {
        var turns = order.ToList();
        while (queue.Next(atOnce) is { } project)
        {
            turns.Add($"{project}{turns.Count(name => name[..1] == project) + 1}");
            queue = queue.Admit(project, turns[^1]);
        }

        return (queue, turns);
    }
}
