using Sluice.Platform.Tracing;

namespace Sluice.Platform.Tests.Tracing;

public sealed class SpanContextTests
{
    private const string Run = "0f8fad5b-d9cb-469f-a165-70867728950e";

    [Fact]
    public void The_trace_of_a_run_has_the_digits_of_its_id() => SpanContext.Root(Run).TraceId.ShouldBe("0f8fad5bd9cb469fa16570867728950e");

    [Theory]
    [InlineData(Run)]
    [InlineData("d-ABCDEFGHI")]
    public void Ids_are_hexadecimal_and_of_the_lengths_of_W3C(string id) =>
        SpanContext.Root(id).TraceParent().ShouldMatch("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$");

    [Fact]
    public void The_same_is_named_alike_each_time_and_other_things_otherwise()
    {
        SpanContext.OfAction(Run, "a").Part("build", "1").ShouldBe(SpanContext.OfAction(Run, "a").Part("build", "1"));
        new[] { SpanContext.Root(Run), SpanContext.OfAction(Run, "a"), SpanContext.OfAction(Run, "b"), SpanContext.OfAction(Run, "a").Part("build", "1"), SpanContext.OfAction(Run, "b").Part("build", "1") }
            .Select(context => context.SpanId).ShouldBeUnique();
    }
}
