using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.StateMachines;

/// <summary>What several machines have in common (claim, step, bake, roll back …) is the same text in each: who has read one has read all.</summary>
public sealed class SharedStatesTests
{
    private const string Any = "*";

    /// <summary>The fields that may differ in states of one name, and why. Whatever is not here is the same.</summary>
    private static readonly (string State, string Field, string Why)[] Differences =
    [
        ("ReadTraffic", Any, "an alias holds a function's traffic, a listener a service's"),
        ("SetWeight", Any, "an alias holds a function's traffic, a listener a service's"),
        ("ReadTrafficToRestore", Any, "an alias holds a function's traffic, a listener a service's"),
        ("RestoreTraffic", Any, "an alias holds a function's traffic, a listener a service's"),
        ("WhatClaimSays", "Default", "a function is published first, a service read"),
        ("WhatClaimSays", "Choices", "a service's deployment may have a task definition to register"),
        ("ReadAlarms", "Next", "a listener has no revision that would refuse a change over someone else's: it is read before each step"),
        ("ReadAlarms", "Catch", "as its Next"),
        ("WhatNext", "Choices", "what both have comes first; a service is also installed and promoted, a pipeline has actions"),
        ("WhatToRestore", "Choices", "what both have comes first; a service is also promoted"),
        ("Bake", "Parameters", "it parks only if traffic is as it was meant, and reads that from an alias or from listeners"),
        ("MarkDirty", "Next", "the alarm that was made for a function's deployment is deleted after it"),
    ];

    [Fact]
    public void Shared_states_are_the_same_in_each_machine() =>
        Found(Machine.All()).Where(found => !Differences.Any(allowed => Is(allowed, found))).Select(found => found.ToString()).ShouldBeEmpty();

    [Fact]
    public void No_difference_is_allowed_that_there_is_not()
    {
        var found = Found(Machine.All()).ToList();
        Differences.Where(allowed => !found.Exists(difference => Is(allowed, difference))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("WhatNext")]
    [InlineData("WhatToRestore")]
    public void Choices_that_the_deployments_share_come_first_in_one_order(string state)
    {
        var choices = Machine.All().Where(machine => machine.Name.StartsWith("deploy-", StringComparison.Ordinal))
            .Select(machine => ((JsonArray)machine.States[state]["Choices"]!).Select(choice => choice!.ToJsonString()).ToList()).ToList();
        var shared = choices.Aggregate((IEnumerable<string>)choices[0], (one, other) => one.Intersect(other)).ToList();

        shared.ShouldNotBeEmpty();
        choices.ShouldAllBe(own => own.Take(shared.Count).SequenceEqual(shared));
    }

    [Fact]
    public void A_difference_is_found_in_branches_too()
    {
        const string one = """{"States": {"A": {"Type": "Parallel", "Branches": [{"States": {"B": {"Type": "Pass", "Next": "C"}}}]}}}""";
        const string other = """{"States": {"B": {"Type": "Pass", "Next": "D", "Comment": "x"}}}""";

        Found([Machine.Parse("one", one), Machine.Parse("other", other)]).ShouldBe([("B", "Next", "one", "other"), ("B", "Comment", "one", "other")]);
    }

    private static bool Is((string State, string Field, string Why) allowed, (string State, string Field, string One, string Other) found) =>
        allowed.State == found.State && (allowed.Field == Any || allowed.Field == found.Field);

    private static IEnumerable<(string State, string Field, string One, string Other)> Found(IReadOnlyList<Machine> machines) =>
        from one in machines
        from other in machines
        where string.CompareOrdinal(one.Name, other.Name) < 0
        from state in one.States.Keys.Intersect(other.States.Keys)
        let left = one.States[state]
        let right = other.States[state]
        from field in left.Select(member => member.Key).Union(right.Select(member => member.Key))
        where !JsonNode.DeepEquals(left[field], right[field])
        select (state, field, one.Name, other.Name);
}
