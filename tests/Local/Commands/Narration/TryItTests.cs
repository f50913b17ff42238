using System.Text.Json.Nodes;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class TryItTests : IDisposable
{
    private readonly StringWriter _said = new();

    [Fact]
    public void Where_it_lasts_each_alias_is_told_once_with_a_command_that_can_be_copied()
    {
        var tryIt = TryIt(lasts: null);
        Shift(tryIt, "fn", watchSeconds: 0);
        Shift(tryIt, "fn", watchSeconds: 5);
        Shift(tryIt, "other", watchSeconds: 5);

        Lines().Length.ShouldBe(4);
        Lines()[0].ShouldEndWith("Try it      requests to fn:live:");
        Lines()[1].ShouldBe("  curl -s -d '{}' http://127.0.0.1:80/fn:live");
    }

    [Fact]
    public void Where_the_port_closes_when_all_is_done_only_what_is_watched_is_told()
    {
        var tryIt = TryIt("while this release goes on");
        Shift(tryIt, "fn", watchSeconds: 0);
        _said.ToString().ShouldBeEmpty();

        Shift(tryIt, "fn", watchSeconds: 300);
        Lines()[0].ShouldEndWith("Try it      requests to fn:live, while this release goes on:");
    }

    public void Dispose() => _said.Dispose();

    private static void Shift(TryIt tryIt, string function, int watchSeconds) => tryIt.See(new JsonObject
    {
        ["detail-type"] = "Sluice Traffic Shifted",
        ["detail"] = new JsonObject { ["functionName"] = function, ["alias"] = "live", ["watchSeconds"] = watchSeconds },
    });

    private TryIt TryIt(string? lasts) => new(new PlainScreen(_said, new VirtualTime()), (function, alias) => new Uri($"http://127.0.0.1/{function}:{alias}"), lasts);

    private string[] Lines() => _said.ToString().Replace("127.0.0.1/", "127.0.0.1:80/", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
