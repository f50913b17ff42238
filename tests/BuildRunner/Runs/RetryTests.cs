using Sluice.BuildContract;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Phases that are tried again.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Theory]
    [InlineData("RETRY", "exit 4", 4)]
    [InlineData("RETRY-2", "exit 4", 3)]
    [InlineData("RETRY-0", "exit 4", 1)]
    [InlineData("RETRY-1-exit status 4", "exit 4", 2)]
    [InlineData("RETRY-exit status 5", "exit 4", 1)]
    [InlineData("RETRY-2-connection (reset|refused)", "echo connection reset; exit 4", 3)]
    [InlineData("RETRY-2-(?=connection)conn", "echo connection reset; exit 4", 3)]
    [InlineData("ABORT", "exit 4", 1)]
    public async Task A_phase_is_tried_again_as_often_as_it_may_be_and_its_error_matches(string policy, string command, int tries)
    {
        var result = await _fixture.BuildAsync(
            $"version: 0.2\nphases:\n  build:\n    on-failure: {policy}\n    commands: [echo try, '{command}']\n    finally: [echo tidy]\n", TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Failed);
        _fixture.Log.Split('\n').Count(line => line == "try").ShouldBe(tries);
        _fixture.Log.Split('\n').Count(line => line == "tidy").ShouldBe(tries);
    }

    [Fact]
    public async Task A_phase_that_succeeds_at_last_has_succeeded()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {on-failure: RETRY, commands: ['echo x >> tries', 'test $(wc -l < tries) -eq 3', 'echo $CODEBUILD_BUILD_SUCCEEDING']}}", TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("Retrying the phase (2 of 3)");
    }

    [Fact]
    public void A_regex_that_would_take_for_ever_does_not_match()
    {
        var (policy, _) = FailurePolicy.Read("RETRY-(?=x)(x+x+)+y$");

        policy!.Repeats(1, new string('x', 5000)).ShouldBeFalse();
    }

    public void Dispose() => _fixture.Dispose();
}
