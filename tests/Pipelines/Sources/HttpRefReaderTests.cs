using Microsoft.AspNetCore.Http;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class HttpRefReaderTests : IDisposable
{
    private const string Smart = "application/x-git-upload-pack-advertisement";
    private readonly HttpClient _client = HttpRefReader.NewClient();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("version=1")]
    public async Task Reads_what_git_itself_serves(string? protocol)
    {
        using var repository = new GitRepository();
        var main = repository.Commit();
        repository.Run("branch", "old");
        repository.Run("-c", "user.name=T", "-c", "user.email=t@localhost", "tag", "-a", "-m", "v", "v1");
        var newer = repository.Commit();
        repository.Run("pack-refs", "--all");
        await using var server = await GitHttpServer.StartAsync(GitHttpServer.Backend(repository.Root, protocol));

        (await ReadAsync($"{server.Url}/repo/.git", null)).ShouldBe(new RefHead("main", newer));
        (await ReadAsync($"{server.Url}/repo/.git/", "old")).ShouldBe(new RefHead("old", main));
        (await RefusalAsync($"{server.Url}/repo/.git", "none")).ShouldContain("has no branch 'none'. Its HEAD is 'main'");
        (await RefusalAsync($"{server.Url}/nothing.git", null)).ShouldContain("There is no repository at");
    }

    [Fact]
    public async Task Says_that_an_empty_repository_is_empty()
    {
        using var repository = new GitRepository();
        await using var server = await GitHttpServer.StartAsync(GitHttpServer.Backend(repository.Root));

        (await RefusalAsync($"{server.Url}/repo/.git", null)).ShouldContain("is empty");
    }

    [Fact]
    public async Task Refuses_a_server_that_insists_on_version_2()
    {
        using var repository = new GitRepository();
        repository.Commit();
        await using var server = await GitHttpServer.StartAsync(GitHttpServer.Backend(repository.Root, "version=2"));

        (await RefusalAsync($"{server.Url}/repo/.git", null)).ShouldContain("version 2");
    }

    [Fact]
    public async Task Reads_a_plain_file_server()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        repository.Run("update-server-info");
        await using var server = await GitHttpServer.StartAsync(async context =>
            await context.Response.SendFileAsync(Path.Combine(repository.Folder, ".git", context.Request.Path.Value!.TrimStart('/'))));

        (await ReadAsync(server.Url, null)).ShouldBe(new RefHead("main", commit));
        (await ReadAsync(server.Url, "main")).ShouldBe(new RefHead("main", commit));
    }

    [Theory]
    [InlineData(401, "without credentials (401)")]
    [InlineData(403, "without credentials (403)")]
    [InlineData(404, "There is no repository at")]
    [InlineData(500, "answered 500")]
    public async Task Tells_what_the_server_said_without_the_credentials(int status, string expected)
    {
        string? seen = null;
        await using var server = await GitHttpServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var refusal = await RefusalAsync(server.Url.Replace("http://", "http://user:s%40cret@", StringComparison.Ordinal) + "/x", null);

        refusal.ShouldContain(expected);
        refusal.ShouldNotContain("cret");
        seen.ShouldBe("Basic " + Convert.ToBase64String("user:s@cret"u8));
    }

    [Theory]
    [InlineData("", "advertisement is empty")]
    [InlineData("<html>", "length that cannot be")]
    [InlineData("ffff", "length that cannot be")]
    [InlineData("0003", "length that cannot be")]
    [InlineData("000aERR no0000", "The server says: no")]
    [InlineData("0008abcd0000", "is no SHA-1 id")]
    public async Task Refuses_what_is_no_advertisement(string body, string expected)
    {
        await using var server = await GitHttpServer.StartAsync(context =>
        {
            context.Response.ContentType = Smart;
            return context.Response.WriteAsync(body);
        });

        (await RefusalAsync(server.Url, null)).ShouldContain(expected);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var line = "003d" + new string('a', 40) + " refs/heads/" + new string('b', 4) + "\n";
        await using var server = await GitHttpServer.StartAsync(async context =>
        {
            context.Response.ContentType = Smart;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(string.Concat(Enumerable.Repeat(line, 10_000)), context.RequestAborted);
            }
        });

        (await RefusalAsync(server.Url, null)).ShouldContain("larger than 32 MiB");
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_hangs_up_is_an_error()
    {
        string url;
        await using (var server = await GitHttpServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }))
        {
            url = server.Url;
            (await RefusalAsync(url, null)).ShouldContain("cannot be reached");
        }

        (await RefusalAsync(url, null)).ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var server = await GitHttpServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var clock = new ImpatientTime();

        var refused = await Should.ThrowAsync<SourceUnavailableException>(() => new HttpRefReader(_client, clock).ReadHeadAsync(new Uri(server.Url), null, default));

        refused.Message.ShouldContain("did not answer within 15 seconds");
    }

    private Task<RefHead> ReadAsync(string url, string? branch) =>
        new RefReader(new HttpRefReader(_client, TimeProvider.System)).ReadHeadAsync(url, branch, TestContext.Current.CancellationToken);

    private async Task<string> RefusalAsync(string url, string? branch) =>
        (await Should.ThrowAsync<SourceUnavailableException>(() => ReadAsync(url, branch))).Message;
}
