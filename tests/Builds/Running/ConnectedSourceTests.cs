using Sluice.BuildContract.Jobs;
using Sluice.Builds.Running;
using Sluice.Platform.Connections;

namespace Sluice.Builds.Tests.Running;

public sealed class ConnectedSourceTests
{
    private const string Arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/one";

    [Fact]
    public async Task A_token_is_for_https_and_a_key_for_ssh_at_the_connections_own_host()
    {
        var token = await SignedAsync("https://git.example.com/a/b.git", new TokenSignIn("oauth2", "s3cret"));
        (token.Credential!.UserName, token.Credential.Token, token.Fault).ShouldBe(("oauth2", "s3cret", null));
        var key = await SignedAsync("git@git.example.com:a/b.git", new SshSignIn("KEY", "git.example.com ssh-ed25519 AAAA"));
        (key.Credential!.SshKey, key.Fault).ShouldBe(("KEY", null));
        key.Credential.KnownHosts!.ShouldStartWith("git.example.com ssh-ed25519 AAAA\n");
        $"{token} {key}".ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("https://other.example.com/a/b.git", "is for git.example.com, and is not used for https://other.example.com")]
    [InlineData("http://git.example.com/a/b.git", "is not used for http://git.example.com")]
    [InlineData("/repos/shop", "for a repository on its host")]
    public async Task Nothing_is_given_for_another_place(string repository, string fault)
    {
        var source = await SignedAsync(repository, new TokenSignIn("u", "t"));

        source.Credential.ShouldBeNull();
        source.Fault!.ShouldContain(fault);
    }

    [Fact]
    public async Task A_connection_that_cannot_be_opened_is_the_sources_fault()
    {
        var source = await new ConnectedSource(new OneConnection(null)).SignedAsync(new JobSource { Kind = JobSourceKind.Git, Repository = "https://git.example.com/a/b.git" }, Arn, TestContext.Current.CancellationToken);

        source.Fault.ShouldBe("It is PENDING.");
    }

    private static Task<JobSource> SignedAsync(string repository, GitSignIn signIn) => new ConnectedSource(new OneConnection(new OpenedConnection(GitProvider.GitLabSelfManaged, new Uri("https://git.example.com"), signIn)))
        .SignedAsync(new JobSource { Kind = JobSourceKind.Git, Repository = repository }, Arn, TestContext.Current.CancellationToken);

    private sealed class OneConnection(OpenedConnection? opened) : IConnections
    {
        public Task<OpenedConnection> OpenAsync(string arn, CancellationToken cancellationToken = default) => Task.FromResult(opened ?? throw new ConnectionUnavailableException("It is PENDING."));

        public Task<string> RepositoryUrlAsync(string arn, string fullRepositoryId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
