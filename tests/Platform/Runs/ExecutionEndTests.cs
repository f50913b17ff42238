using Sluice.Platform.Runs;

namespace Sluice.Platform.Tests.Runs;

public sealed class ExecutionEndTests
{
    private sealed record Input(string? Id);

    [Theory]
    [InlineData("FAILED", true)]
    [InlineData("TIMED_OUT", true)]
    [InlineData("ABORTED", true)]
    [InlineData("SUCCEEDED", false)]
    [InlineData("RUNNING", false)]
    public void Only_an_end_that_the_machine_did_not_come_to_is_broken(string status, bool broken) => new ExecutionEnd("one", status, null).IsBroken.ShouldBe(broken);

    [Theory]
    [InlineData("""{"id":"a"}""", "a")]
    [InlineData("""{"other":"a"}""", null)]
    [InlineData("""{"id":7}""", null)]
    [InlineData("[1]", null)]
    [InlineData("null", null)]
    [InlineData("no document", null)]
    [InlineData(null, null)]
    public void An_input_of_any_shape_can_be_asked(string? input, string? id) => new ExecutionEnd("one", "FAILED", input).ReadInput<Input>()?.Id.ShouldBe(id);

    [Fact]
    public void An_end_without_an_error_has_no_failure()
    {
        new ExecutionEnd("one", "ABORTED", null, "", "by hand").Failure.ShouldBeNull();
        new ExecutionEnd("one", "FAILED", null, "States.Runtime", "bad path").Failure.ShouldBe(new CaughtError("States.Runtime", "bad path"));
    }
}
