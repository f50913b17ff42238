using Microsoft.Extensions.Time.Testing;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class HttpFetchProbeTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private static Task<bool> CanFetchAsync(string url, string commit, TimeProvider? time = null) =>
        new FetchProbe(new HttpFetchProbe(HttpRefReader.NewClient(), time ?? TimeProvider.System)).CanFetchAsync(url, commit, Cancellation);

    [Fact]
    public async Task A_commit_that_git_hands_out_can_be_fetched()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        await using var server = await LoopbackServer.StartAsync(GitBackend.Of(repository.Root));

        (await CanFetchAsync($"{server.Address}/repo/.git", commit)).ShouldBeTrue();
        (await CanFetchAsync($"{server.Address}/repo/.git", Documents.Commit(7))).ShouldBeFalse("it has no such commit");
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    [InlineData(401, false)]
    [InlineData(404, true)]
    [InlineData(501, true)]
    public async Task A_server_that_is_not_well_cannot_be_fetched_from_and_one_that_only_hands_out_files_cannot_say(int status, bool can)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        (await CanFetchAsync(server.Address, Documents.Commit(1))).ShouldBe(can);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for_long()
    {
        var clock = new FakeTimeProvider();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        (await CanFetchAsync(server.Address, Documents.Commit(1), clock)).ShouldBeFalse();
        (await CanFetchAsync("http://127.0.0.1:1/none", Documents.Commit(1))).ShouldBeFalse("nobody listens");
        (await CanFetchAsync("/some/folder", Documents.Commit(1))).ShouldBeTrue();
    }
}
