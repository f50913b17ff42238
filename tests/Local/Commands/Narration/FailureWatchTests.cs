using System.Text;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class FailureWatchTests : IDisposable
{
    private readonly StringWriter _said = new();
    private readonly FailureWatch _watch;

    public FailureWatchTests() => _watch = new FailureWatch(new PlainScreen(_said, new VirtualTime()));

    [Fact]
    public void Tells_each_kind_of_failure_of_a_version_once()
    {
        Answer("2", "customer 7 is unknown");
        Answer("2", "customer 8 is unknown");
        Answer("3", "customer 9 is unknown");
        Lines().ShouldBe(["Failed      fn:live  version 2  customer 7 is unknown", "Failed      fn:live  version 3  customer 9 is unknown"]);
    }

    [Fact]
    public void Tells_nothing_of_good_answers_and_of_requests_that_no_alias_routed()
    {
        Answer("2", null);
        Answer("2", "boom", qualifier: "2");
        Answer("2", "boom", qualifier: null);
        Lines().ShouldBeEmpty();
    }

    [Fact]
    public void Tells_a_bounded_number_of_kinds()
    {
        foreach (var n in Enumerable.Range(0, 100))
        {
            Answer("2", "e" + new string('x', n));
        }

        Lines().Count.ShouldBe(20);
    }

    public void Dispose() => _said.Dispose();

    private void Answer(string version, string? error, string? qualifier = "live") =>
        _watch.See(new AnsweredInvocation("fn", qualifier, new InvocationResult(200, Encoding.UTF8.GetBytes(error ?? "{}"), version, error is null ? null : "Unhandled")));

    private List<string> Lines() => [.. _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf("  ", StringComparison.Ordinal) + 2)..])];
}
