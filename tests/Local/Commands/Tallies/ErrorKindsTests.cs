using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Tests.Commands.Tallies;

public sealed class ErrorKindsTests
{
    [Fact]
    public void Each_kind_is_there_once_with_its_count_the_most_frequent_first()
    {
        var kinds = Of("KeyError: 'name'", "timed out after 3.00 s", "timed out after 3.01 s");
        kinds.List.ShouldBe([new ErrorTally("timed out after 3.00 s", 2), new ErrorTally("KeyError: 'name'", 1)]);
        kinds.Has("timed out after 9.99 s").ShouldBeTrue();
        kinds.Has("KeyError: 'other'").ShouldBeFalse();
    }

    [Fact]
    public void What_came_between_two_looks_is_told()
    {
        var earlier = Of("a", "b");
        (earlier.With("b").With("c") - earlier).List.ShouldBe([new ErrorTally("b", 1), new ErrorTally("c", 1)]);
        (earlier - earlier).List.ShouldBeEmpty();
    }

    [Fact]
    public void Their_number_is_bounded_and_none_is_lost()
    {
        var kinds = Of([.. Enumerable.Range(0, 100).Select(n => "e" + new string('x', n))]);
        kinds.List.Count.ShouldBe(21);
        kinds.List[0].ShouldBe(new ErrorTally("other errors", 80));
    }

    private static ErrorKinds Of(params string[] errors) => errors.Aggregate(ErrorKinds.None, (kinds, error) => kinds.With(error));
}
