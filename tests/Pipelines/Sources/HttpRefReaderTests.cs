using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Sluice.Local.StateMachines.Time;
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
        await using var server = await LoopbackServer.StartAsync(GitBackend.Of(repository.Root, protocol));

        (await ReadAsync($"{server.Address}/repo/.git", null)).ShouldBe(new RefHead("main", newer));
        (await ReadAsync($"{server.Address}/repo/.git/", "old")).ShouldBe(new RefHead("old", main));
        (await RefusalAsync($"{server.Address}/repo/.git", "none")).ShouldContain("has no branch 'none'. Its HEAD is 'main'");
        (await RefusalAsync($"{server.Address}/nothing.git", null)).ShouldContain("There is no repository at");
    }

    [Fact]
    public async Task Says_that_an_empty_repository_is_empty()
    {
        using var repository = new GitRepository();
        await using var server = await LoopbackServer.StartAsync(GitBackend.Of(repository.Root));

        (await RefusalAsync($"{server.Address}/repo/.git", null)).ShouldContain("is empty");
    }

    [Fact]
    public async Task Refuses_a_server_that_insists_on_version_2()
    {
        using var repository = new GitRepository();
        repository.Commit();
        await using var server = await LoopbackServer.StartAsync(GitBackend.Of(repository.Root, "version=2"));

        (await RefusalAsync($"{server.Address}/repo/.git", null)).ShouldContain("version 2");
    }

    [Fact]
    public async Task Reads_a_plain_file_server()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        repository.Run("update-server-info");
        await using var server = await LoopbackServer.StartAsync(async context =>
            await context.Response.SendFileAsync(Path.Combine(repository.Folder, ".git", context.Request.Path.Value!.TrimStart('/'))));

        (await ReadAsync(server.Address, null)).ShouldBe(new RefHead("main", commit));
        (await ReadAsync(server.Address, "main")).ShouldBe(new RefHead("main", commit));
    }

    [Theory]
    [InlineData(401, "without credentials (401)")]
    [InlineData(403, "without credentials (403)")]
    [InlineData(404, "There is no repository at")]
    [InlineData(500, "answered 500")]
    public async Task Tells_what_the_server_said_without_the_credentials(int status, string expected)
    {
        string? seen = null;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            seen = context.Request.Headers.Authorization;
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var refusal = await RefusalAsync(server.Address.Replace("http://", "http://user:s%40cret@", StringComparison.Ordinal) + "/x", null);

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
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = Smart;
            return context.Response.WriteAsync(body);
        });

        (await RefusalAsync(server.Address, null)).ShouldContain(expected);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_off()
    {
        var line = "003d" + new string('a', 40) + " refs/heads/" + new string('b', 4) + "\n";
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = Smart;
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(string.Concat(Enumerable.Repeat(line, 10_000)), context.RequestAborted);
            }
        });

        (await RefusalAsync(server.Address, null)).ShouldContain("larger than 32 MiB");
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_hangs_up_is_an_error()
    {
        string url;
        await using (var server = await LoopbackServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }))
        {
            url = server.Address;
            (await RefusalAsync(url, null)).ShouldContain("cannot be reached");
        }

        (await RefusalAsync(url, null)).ShouldContain("cannot be reached");
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        var clock = new FakeTimeProvider();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var refused = await Should.ThrowAsync<SourceUnavailableException>(() => new HttpRefReader(_client, clock).ReadHeadAsync(new Uri(server.Address), null, evenIfClosed: false, default));

        refused.Message.ShouldContain("did not answer within 15 seconds");
    }

    [Fact]
    public async Task Asks_whether_anything_is_new_where_the_server_marks_its_answers()
    {
        var answers = new List<int>();
        var commit = Documents.Commit(1);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var isSame = context.Request.Headers.IfNoneMatch == $"\"{commit}\"";
            answers.Add(context.Response.StatusCode = isSame ? 304 : 200);
            context.Response.Headers.ETag = $"\"{commit}\"";
            if (!isSame)
            {
                await context.Response.WriteAsync($"{commit}\trefs/heads/main\n");
            }
        });
        var reader = new RefReader(new HttpRefReader(_client, TimeProvider.System));

        for (var look = 0; look < 3; look++)
        {
            (await reader.PollHeadAsync(server.Address, "main", TestContext.Current.CancellationToken)).CommitId.ShouldBe(commit);
        }

        commit = Documents.Commit(2);
        (await reader.PollHeadAsync(server.Address, "main", TestContext.Current.CancellationToken)).CommitId.ShouldBe(commit);
        answers.ShouldBe([200, 304, 304, 200]);
    }

    [Theory]
    [InlineData(429, null, 60)]
    [InlineData(503, "120", 120)]
    [InlineData(503, "999999", 3600)]
    [InlineData(403, "300", 300)]
    public async Task A_host_that_is_not_well_is_left_alone_by_all_of_its_repositories(int status, string? retryAfter, int seconds)
    {
        var (asked, clock) = (0, new VirtualTime());
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            asked++;
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });
        var reader = new RefReader(new HttpRefReader(_client, clock));
        Task<SourceUnavailableException> Refused(string name) => Should.ThrowAsync<SourceUnavailableException>(() => reader.PollHeadAsync($"{server.Address}/{name}", "main"));

        (await Refused("one")).RetryAfter!.Value.TotalSeconds.ShouldBe(seconds, tolerance: seconds * 0.1);
        var other = await Refused("other");

        asked.ShouldBe(1);
        other.IsOfHost.ShouldBeTrue();
        other.Message.ShouldContain("is left alone for a while: The repository");
        await Should.ThrowAsync<SourceUnavailableException>(() => reader.ReadHeadAsync($"{server.Address}/other", "main"));
        asked.ShouldBe(2, "a person wants to know now");
    }

    private Task<RefHead> ReadAsync(string url, string? branch) =>
        new RefReader(new HttpRefReader(_client, TimeProvider.System)).ReadHeadAsync(url, branch, TestContext.Current.CancellationToken);

    private async Task<string> RefusalAsync(string url, string? branch) =>
        (await Should.ThrowAsync<SourceUnavailableException>(() => ReadAsync(url, branch))).Message;
}
