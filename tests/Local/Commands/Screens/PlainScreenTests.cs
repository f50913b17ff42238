using System.Collections.Immutable;
using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class PlainScreenTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly StringWriter _said = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void What_goes_on_is_a_line_every_other_second_wherever_the_clock_is_set(int moved)
    {
        var screen = new PlainScreen(_said, _time);
        screen.Show(Requests(1), TimeSpan.Zero);
        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        _time.Advance(TimeSpan.FromSeconds(1));
        screen.Show(Requests(2), TimeSpan.Zero);
        _time.Advance(TimeSpan.FromSeconds(1));
        screen.Show(Requests(3), TimeSpan.Zero);

        _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[10..]).ShouldBe(["Requests    version 1: 1 (0 failed)", "Requests    version 1: 3 (0 failed)"]);
    }

    [Fact]
    public void Only_the_first_line_of_a_text_has_the_time_and_the_label()
    {
        new PlainScreen(_said, _time).Line("Deploy", "a minimal one:\nversion: 0.0\nResources:");
        _said.ToString().ShouldEndWith("  Deploy      a minimal one:\n  version: 0.0\n  Resources:\n");
    }

    public void Dispose() => _said.Dispose();

    private static LiveState Requests(long count) => LiveState.Empty with
    {
        Runs = [new LiveRun("1", "hello") { Traffic = new LiveTraffic([], null), Requests = ImmutableSortedDictionary<string, VersionTally>.Empty.Add("1", new VersionTally(count, 0)) }],
    };
}
