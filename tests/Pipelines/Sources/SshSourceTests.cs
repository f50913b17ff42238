using Sluice.Pipelines.Sources;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class SshSourceTests : IDisposable
{
    private readonly PrivateSources _sources = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _sources.Dispose();

    [Fact]
    public async Task Reads_refs_commits_and_changes_from_a_real_sshd()
    {
        await using var server = await SshServer.StartAsync();
        using var repository = new GitRepository();
        repository.Write("a.txt", "1");
        var first = repository.Commit("first");
        repository.Run("branch", "old");
        repository.Write("src/b.txt", "2");
        var second = repository.Commit("second");
        _sources.Key(server.PrivateKey, server.KnownHosts);
        var url = $"ssh://{SshServer.User}@127.0.0.1:{server.Port}{repository.Folder}/.git";

        (await _sources.Refs.ReadHeadAsync(url, null, PrivateSources.Arn, isPoll: false, Stop)).ShouldBe(new RefHead("main", second));
        (await _sources.Refs.ReadAllAsync(url, PrivateSources.Arn, isPoll: false, Stop)).Branches.ShouldBe(new Dictionary<string, string> { ["main"] = second, ["old"] = first }, ignoreOrder: true);
        (await _sources.Probe.CanFetchAsync(url, second, PrivateSources.Arn, Stop)).ShouldBeTrue();
        (await _sources.History.BetweenAsync(url, PrivateSources.Arn, first, second, Stop)).Paths.ShouldBe(["src/b.txt"]);
        (await _sources.History.ReadAsync(url, PrivateSources.Arn, second, Stop)).Message.ShouldBe("second");
    }

    [Fact]
    public async Task Sends_nothing_to_a_host_with_another_key_or_none_that_is_known()
    {
        await using var server = await SshServer.StartAsync();
        var url = $"ssh://{SshServer.User}@127.0.0.1:{server.Port}/repo";

        _sources.Key(server.PrivateKey, $"[127.0.0.1]:{server.Port} {server.Keygen("other", "ed25519")}");
        (await RefusalAsync(url)).ShouldContain("shows another key than is known of it (SHA256:");
        _sources.Key(server.PrivateKey, "");
        (await RefusalAsync(url)).ShouldContain("knows no key of the host 127.0.0.1");
    }

    [Fact]
    public async Task Says_that_a_key_is_refused_and_that_there_is_no_repository()
    {
        await using var server = await SshServer.StartAsync();
        server.Keygen("stranger", "ed25519");
        var url = $"ssh://{SshServer.User}@127.0.0.1:{server.Port}/no/such/repository";

        _sources.Key(await File.ReadAllTextAsync(server.At("stranger"), Stop), server.KnownHosts);
        (await RefusalAsync(url)).ShouldContain("refuses the connection's SSH key");
        _sources.Key(server.PrivateKey, server.KnownHosts);
        (await RefusalAsync(url)).ShouldContain("127.0.0.1 does not give '/no/such/repository'");
        _sources.Key("no key", server.KnownHosts);
        (await RefusalAsync(url)).ShouldContain("cannot be read: expected one without a passphrase");
    }

    private async Task<string> RefusalAsync(string url) =>
        (await Should.ThrowAsync<SourceUnavailableException>(() => _sources.Refs.ReadHeadAsync(url, null, PrivateSources.Arn, isPoll: false, Stop))).Message;
}
