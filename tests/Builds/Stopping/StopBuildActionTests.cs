using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Platform.Actions;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Stopping;

/// <summary>The stop of a pipeline's action and its start come in any order, each as often as it is delivered.</summary>
public sealed class StopBuildActionTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ActionStop Stop => new("CodeBuild", "shop", "run-1", "Build", "Compile", "action-1", "enough", ActionService.Build);

    [Theory]
    [InlineData("start stop")]
    [InlineData("stop start")]
    [InlineData("stop stop start start")]
    [InlineData("start stop start stop")]
    public async Task Whatever_comes_first_the_build_is_to_stop_and_ends_stopped(string order)
    {
        foreach (var step in order.Split(' '))
        {
            await (step == "start" ? _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation) : _fixture.StopAction.StopAsync(Stop, Cancellation));
        }

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).StopReason.ShouldBe("enough");
        (await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError("StopRecordedException")), Cancellation)).Status.ShouldBe(BuildStatus.Stopped);
        _fixture.Machines.Result("parent").Message!.ShouldContain("enough");
    }

    [Fact]
    public async Task A_stop_that_comes_while_the_build_is_recorded_is_not_missed()
    {
        // Between the stop's two looks the start does all of its work, so that its own look comes too early.
        var looks = 0;
        var stops = new ActionStops(_fixture.Table, _fixture.Time);
        await stops.StopAsync(
            Stop,
            async cancellation =>
            {
                if (looks++ == 0)
                {
                    await _fixture.Start.RunAsync(BuildsFixture.Request(), cancellation);
                    return false;
                }

                await _fixture.Stop.RunAsync(BuildsFixture.BuildId, "enough", cancellation);
                return true;
            },
            Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).StopReason.ShouldBe("enough");
    }

    [Fact]
    public async Task A_build_that_has_ended_stays_as_it_is()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        _fixture.PutResult(BuildStatus.Succeeded);
        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, null), Cancellation);

        await _fixture.StopAction.StopAsync(Stop, Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).Status.ShouldBe(BuildStatus.Succeeded);
    }

    [Fact]
    public async Task Another_actions_stop_is_not_this_ones()
    {
        await _fixture.StopAction.StopAsync(Stop with { ActionExecutionId = "action-2" }, Cancellation);
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).StopRequestedAt.ShouldBeNull();
    }

    public void Dispose() => _fixture.Dispose();
}
