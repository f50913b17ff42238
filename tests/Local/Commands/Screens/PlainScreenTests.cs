using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines;

namespace Sluice.Local.Tests.Commands.Screens;

public sealed class PlainScreenTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly StringWriter _said = new();

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void A_status_is_a_line_every_other_second_wherever_the_clock_is_set(int moved)
    {
        var screen = new PlainScreen(_said, _time);
        screen.Status("Traffic", "one");
        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        _time.Advance(TimeSpan.FromSeconds(1));
        screen.Status("Traffic", "two");
        _time.Advance(TimeSpan.FromSeconds(1));
        screen.Status("Traffic", "three");

        _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[^1]).ShouldBe(["one", "three"]);
    }

    public void Dispose() => _said.Dispose();
}
