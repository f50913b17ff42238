using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Tests.Sources;

/// <summary>The readers with connections, as the service puts them together.</summary>
internal sealed class PrivateSources : IDisposable
{
    public const string Arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/one";
    private readonly HostGates _gates = new(TimeProvider.System, PollPace.Default);
    private readonly HttpClient _client = HttpRefReader.NewClient();
    private readonly HttpRefReader _http;

    public PrivateSources()
    {
        _http = new HttpRefReader(_client, TimeProvider.System, PollPace.Default, _gates);
        var access = new GitAccess(() => Connections, keys: null, TimeProvider.System);
        var ssh = new SshRepositories(_gates, TimeProvider.System);
        Refs = new RefReader(_http, access, ssh, folders: null);
        Probe = new FetchProbe(new HttpFetchProbe(_client, TimeProvider.System), access: access, ssh: ssh);
        History = new GitHistory(access, new HttpPacks(_client, _gates, TimeProvider.System), ssh, folders: null);
    }

    public FakeConnections Connections { get; } = new();

    public IRefReader Refs { get; }

    public IFetchProbe Probe { get; }

    public GitHistory History { get; }

    /// <summary>Has the connection sign in to a server by a token.</summary>
    public void Token(string endpoint, string user = "x-access-token", string token = "s3cret") =>
        Connections.Opened[Arn] = new OpenedConnection(GitProvider.GitHubEnterpriseServer, new Uri(endpoint), new TokenSignIn(user, token));

    /// <summary>Has the connection sign in by a key.</summary>
    public void Key(string privateKey, string knownHosts) =>
        Connections.Opened[Arn] = new OpenedConnection(GitProvider.GitHubEnterpriseServer, new Uri("https://127.0.0.1"), new SshSignIn(privateKey, knownHosts));

    public void Dispose()
    {
        _client.Dispose();
        _gates.Dispose();
    }
}
