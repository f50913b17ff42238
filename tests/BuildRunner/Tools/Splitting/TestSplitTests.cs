using FsCheck;
using FsCheck.Fluent;
using Sluice.BuildRunner.Tools.Splitting;

namespace Sluice.BuildRunner.Tests.Tools.Splitting;

public sealed class TestSplitTests
{
    private static readonly Arbitrary<(string[] Files, int Count)> _any =
        (from files in Gen.Choose(0, 500).Select(n => $"tests/test_{n}.py").ListOf() from count in Gen.Choose(1, 20) select (files.ToArray(), count)).ToArbitrary();

    [Fact]
    public void Equal_distribution_follows_the_alphabet() =>
        TestSplit.Equally(["d", "a", "c", "b", "e", "a"], 3).ShouldBe([["a", "b"], ["c", "d"], ["e"]]);

    [Fact]
    public void Equal_parts_differ_by_one_at_most_and_hold_each_file_once() => Prop.ForAll(_any, any =>
    {
        var parts = TestSplit.Equally(any.Files, any.Count);
        return IsWhole(parts, any.Files, any.Count) && parts.Max(part => part.Count) - parts.Min(part => part.Count) <= 1
            && parts.SelectMany(part => part).SequenceEqual(any.Files.Distinct().Order(StringComparer.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stable_parts_do_not_move_when_a_file_comes() => Prop.ForAll(_any, any =>
    {
        var (before, after) = (TestSplit.Stably(any.Files, any.Count), TestSplit.Stably([.. any.Files, "tests/new.py"], any.Count));
        return IsWhole(before, any.Files, any.Count) && before.Zip(after).All(pair => pair.Second.Except(["tests/new.py"]).SequenceEqual(pair.First));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void When_a_build_is_added_only_what_falls_to_it_moves() => Prop.ForAll(_any, any =>
    {
        var (before, after) = (TestSplit.Stably(any.Files, any.Count), TestSplit.Stably(any.Files, any.Count + 1));
        return before.Zip(after).All(pair => pair.Second.All(pair.First.Contains));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Stable_parts_are_about_equal()
    {
        var parts = TestSplit.Stably(Enumerable.Range(0, 10_000).Select(n => $"tests/test_{n}.py"), 8);

        parts.Min(part => part.Count).ShouldBeGreaterThan(1100);
        parts.Max(part => part.Count).ShouldBeLessThan(1400);
    }

    [Fact]
    public void By_duration_the_longest_come_first() =>
        TestSplit.ByDuration(["a", "b", "c", "d", "new"], new Dictionary<string, double> { ["a"] = 1, ["b"] = 9, ["c"] = 4, ["d"] = 5 }, 2).ShouldBe([["b", "c"], ["a", "d", "new"]]);

    [Fact]
    public void By_duration_without_any_is_equal()
    {
        TestSplit.ByDuration(["a", "b", "c", "d"], new Dictionary<string, double>(), 2).Select(part => part.Count).ShouldBe([2, 2]);
        TestSplit.ByDuration(["a", "b", "c", "d"], new Dictionary<string, double> { ["a"] = 0, ["b"] = 0, ["c"] = 0, ["d"] = 0 }, 2).Select(part => part.Count).ShouldBe([2, 2]);
    }

    /// <summary>Greedy, longest first: at most a third worse than the best there could be (Graham, 1969), and the best is no better than the mean or than the longest.</summary>
    [Fact]
    public void By_duration_parts_take_about_equally_long() => Prop.ForAll(_any, any =>
    {
        var seconds = any.Files.Distinct().ToDictionary(file => file, file => (double)(file.GetHashCode(StringComparison.Ordinal) & 0xFF) + 1);
        var parts = TestSplit.ByDuration(any.Files, seconds, any.Count);
        var longest = parts.Max(part => part.Sum(file => seconds[file]));
        var mean = seconds.Values.Sum() / any.Count;
        return IsWhole(parts, any.Files, any.Count) && longest <= mean + seconds.Values.DefaultIfEmpty(0).Max() + 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_list_makes_no_difference() => Prop.ForAll(_any, any =>
        Text(TestSplit.Equally(any.Files, any.Count)) == Text(TestSplit.Equally(any.Files.Reverse(), any.Count))
        && Text(TestSplit.Stably(any.Files, any.Count)) == Text(TestSplit.Stably(any.Files.Reverse(), any.Count))
        && Text(TestSplit.ByDuration(any.Files, new Dictionary<string, double>(), any.Count)) == Text(TestSplit.ByDuration(any.Files.Reverse(), new Dictionary<string, double>(), any.Count)))
        .QuickCheckThrowOnFailure();

    private static bool IsWhole(IReadOnlyList<IReadOnlyList<string>> parts, string[] files, int count) =>
        parts.Count == count && parts.SelectMany(part => part).Order(StringComparer.Ordinal).SequenceEqual(files.Distinct().Order(StringComparer.Ordinal));

    private static string Text(IReadOnlyList<IReadOnlyList<string>> parts) => string.Join('|', parts.Select(part => string.Join(',', part)));
}
