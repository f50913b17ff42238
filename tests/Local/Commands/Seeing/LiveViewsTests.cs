using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Seeing;

namespace Sluice.Local.Tests.Commands.Seeing;

public sealed class LiveViewsTests
{
    [Fact]
    public void Shows_each_run_that_goes_on_with_its_split_and_what_it_waits_for()
    {
        var state = LiveViews.Of([SeenPipeline.View], SeenPipeline.Now);

        LiveRows.Of(state, TimeSpan.Zero, width: 80, height: 20, unicode: false).Select(row => row.Text).ShouldBe(
        [
            "shop aaaa1111  Deploy ... 1 min 0 s",
            "  version 1 90 %  ####################################----  version 2 10 %",
            "  10 % of the traffic is on the new version",
            "shop bbbb2222  Ask ... 1 min 0 s",
            "  Release waits for approval: Is it closed?",
        ]);
    }
}
