using System.Text;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class AliasTalliesTests
{
    private readonly AliasTallies _tallies = new();

    [Fact]
    public void Counts_the_requests_to_an_alias_from_when_its_run_is_seen_until_it_ends()
    {
        Answer("live", "1", error: null);
        _tallies.Begin("run", "fn:live");
        Answer("live", "1", error: null);
        Answer("live", "2", error: "boom");
        _tallies.Begin("run", "fn:live");
        Answer("test", "2", error: null);
        Answer(null, "2", error: null);

        TallyText.Of(_tallies.Of("run")).ShouldBe("version 1: 1 (0 failed), version 2: 1 (1 failed)");
        _tallies.End("run");
        _tallies.Of("run").ShouldBeEmpty();
    }

    private void Answer(string? alias, string version, string? error) =>
        _tallies.See(new AnsweredInvocation("fn", alias, new InvocationResult(200, Encoding.UTF8.GetBytes(error ?? "{}"), version, error is null ? null : "Unhandled")));
}
