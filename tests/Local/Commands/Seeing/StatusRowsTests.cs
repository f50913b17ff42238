using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Seeing;

namespace Sluice.Local.Tests.Commands.Seeing;

public sealed class StatusRowsTests
{
    [Fact]
    public void Shows_who_holds_what_and_what_waits_for_it() => Text(Look.Plain).ShouldBe(
        """
        shop  run bbbb2222 InProgress, started 3 min ago by StartPipelineExecution (ann), took 3 min 0 s  c0ffee00c0ff A second change
        STAGE         STATUS        SINCE
        Ask           InProgress               run bbbb2222
          Release     InProgress    1 min ago
        Deploy        InProgress               run aaaa1111
          Shift       InProgress    1 min ago
            d-ABC     Ready                    fn:live  version 1 90 %, version 2 10 %
                                               10 % of the traffic is on the new version
          transition  disabled      1 h ago    by bob: frozen
          waits       run bbbb2222             to come into the stage
        Ask/Release waits for approval of run bbbb2222, 6 d left
          Is it closed?
          sluice approve shop Release   or   sluice reject shop Release --comment WHY
        """);

    [Fact]
    public void Fits_a_narrow_terminal() =>
        Text(new Look(50, Colours: false)).Split('\n').ShouldAllBe(line => line.Length <= 50);

    private static string Text(Look look) => string.Join('\n', StatusRows.Of(SeenPipeline.View, look, SeenPipeline.Now).Select(row => row.Cut(look.Width).Text.TrimEnd()));
}
