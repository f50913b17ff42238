using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Connections;
using Sluice.Platform.Protocol;

namespace Sluice.World.Deliveries;

/// <summary>What a git host delivers, signed as each of them signs.</summary>
/// <param name="Provider">Whose host.</param>
/// <param name="Event">The host's name of the event.</param>
/// <param name="Body">The payload.</param>
internal sealed record HostDelivery(GitProvider Provider, string Event, string Body)
{
    public IReadOnlyList<KeyValuePair<string, string>> Headers(string secret) => Provider switch
    {
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => [new("X-Gitlab-Event", Event), new("X-Gitlab-Token", secret), new("X-Gitlab-Event-UUID", "13792a34-cac6-4fda-95a8-c58e00a3954e")],
        GitProvider.Bitbucket => [new("X-Event-Key", Event), new("X-Hub-Signature", Signature(secret)), new("X-Request-UUID", "9b0d6b1e-1d2f-4a42-8ee5-50f2e4a3bb2c")],
        _ => [new("X-GitHub-Event", Event), new("X-Hub-Signature-256", Signature(secret)), new("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")],
    };

    /// <summary>As it comes to an address that has an id.</summary>
    public ApiRequest Request(string path, string query, string secret) => new("POST", path, query, Headers(secret), Encoding.UTF8.GetBytes(Body));

    private string Signature(string secret) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Body)))}";
}
