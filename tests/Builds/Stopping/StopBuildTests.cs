using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Stopping;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Stopping;

/// <summary>Start, park, stop and end in every order: each ends the build once and leaves no task waiting.</summary>
public sealed class StopBuildTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("park stop end", BuildStatus.Stopped)]
    [InlineData("stop park end", BuildStatus.Stopped)]
    [InlineData("stop end park", BuildStatus.Stopped)]
    [InlineData("park end stop", BuildStatus.Succeeded)]
    [InlineData("end park stop", BuildStatus.Succeeded)]
    [InlineData("end stop park", BuildStatus.Succeeded)]
    public async Task Every_order_ends_the_build_once_and_leaves_nobody_waiting(string order, BuildStatus status)
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        _fixture.PutResult(BuildStatus.Succeeded);
        var released = false;
        foreach (var step in order.Split(' '))
        {
            released |= await TakeAsync(step);
        }

        (released || _fixture.Machines.Completed.Exists(entry => entry.Token == "stop-token")).ShouldBeTrue();
        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).Status.ShouldBe(status);
        _fixture.Machines.Result("parent").Status.ShouldBe(status == BuildStatus.Succeeded ? ActionStatus.Succeeded : ActionStatus.Failed);
        (await _fixture.EventsAsync($"build-{BuildsFixture.BuildId}-{status.WireName()}")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_older_try_does_not_take_the_place_of_a_newer_one()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Await.RunAsync(new BuildStopWait(BuildsFixture.BuildId, "second", 1), Cancellation);
        await Should.ThrowAsync<StopRecordedException>(() => _fixture.Await.RunAsync(new BuildStopWait(BuildsFixture.BuildId, "first", 0), Cancellation));

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).StopTask!.Token.ShouldBe("second");
    }

    [Fact]
    public async Task Stopping_twice_keeps_the_first_reason_and_wakes_again()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Await.RunAsync(new BuildStopWait(BuildsFixture.BuildId, "stop-token", 0), Cancellation);
        await _fixture.Stop.RunAsync(BuildsFixture.BuildId, "first", Cancellation);
        await _fixture.Stop.RunAsync(BuildsFixture.BuildId, "second", Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).StopReason.ShouldBe("first");
        _fixture.Machines.Completed.Count(entry => entry is { Token: "stop-token", Error: "StopRecordedException" }).ShouldBe(2);
    }

    public void Dispose() => _fixture.Dispose();

    /// <returns>Whether the step itself let the waiting task go.</returns>
    private async Task<bool> TakeAsync(string step)
    {
        switch (step)
        {
            case "park":
                try
                {
                    await _fixture.Await.RunAsync(new BuildStopWait(BuildsFixture.BuildId, "stop-token", 0), Cancellation);
                    return false;
                }
                catch (StopRecordedException)
                {
                    return true;
                }

            case "stop":
                await _fixture.Stop.RunAsync(BuildsFixture.BuildId, "enough", Cancellation);
                return false;
            default:
                await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);
                return false;
        }
    }
}
