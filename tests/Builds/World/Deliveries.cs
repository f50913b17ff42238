using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Tests.World;

/// <summary>What git hosts send, by their documented payloads cut to what a reader may need, signed as they sign.</summary>
internal static class Deliveries
{
    public const string Commit = "6113728f27ae82c7b1a177c8d03f9e96e0adf246";

    public const string GitHubPush = """
        {"ref":"refs/heads/main","before":"0000000000000000000000000000000000000001","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","base_ref":null,"deleted":false,
         "repository":{"id":1,"name":"shop","full_name":"acme/shop","owner":{"login":"acme"}},"sender":{"login":"ann","id":21031067},
         "commits":[{"id":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","message":"Sell more","added":["src/new.cs"],"modified":["docs/a.md"],"removed":[]}],
         "head_commit":{"id":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","message":"Sell more"}}
        """;

    public const string GitHubPull = """
        {"action":"opened","number":7,"sender":{"id":5},"repository":{"name":"shop","owner":{"login":"acme"}},
         "pull_request":{"merged":false,"merge_commit_sha":null,"head":{"ref":"topic","sha":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","repo":{"id":9}},"base":{"ref":"main","repo":{"id":1}}}}
        """;

    public const string GitHubComment = """
        {"action":"created","issue":{"number":7,"pull_request":{"url":"u"}},"sender":{"id":1},"repository":{"name":"shop"},
         "comment":{"body":"/codebuild_run(6113728f27ae82c7b1a177c8d03f9e96e0adf246)","author_association":"OWNER"}}
        """;

    public const string GitHubRelease = """{"action":"released","release":{"tag_name":"v2","name":"Second"},"sender":{"id":1},"repository":{"name":"shop"}}""";

    public const string GitHubJob = """{"action":"queued","workflow_job":{"head_sha":"abc","head_branch":"main","workflow_name":"CI"},"sender":{"id":1}}""";

    public const string GitLabPush = """
        {"object_kind":"push","ref":"refs/heads/main","before":"95790bf891e76fee5e1747ab589903a6a1f80f22","after":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","checkout_sha":"6113728f27ae82c7b1a177c8d03f9e96e0adf246",
         "user_id":4,"project":{"name":"shop","namespace":"acme"},"commits":[{"id":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","message":"Sell more","added":["src/new.cs"],"modified":[],"removed":[]}]}
        """;

    public const string GitLabMerge = """
        {"object_kind":"merge_request","user":{"id":1},"project":{"name":"shop","namespace":"acme"},
         "object_attributes":{"iid":7,"action":"open","source_branch":"topic","target_branch":"main","source_project_id":14,"target_project_id":14,"last_commit":{"id":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","message":"Sell more"}}}
        """;

    public const string BitbucketPush = """
        {"actor":{"account_id":"557058:a"},"repository":{"name":"shop","workspace":{"slug":"acme"}},
         "push":{"changes":[{"old":{"target":{"hash":"709d658dc5b6d6afcd46049c2f332ee3f515a67d"}},"new":{"type":"branch","name":"main","target":{"hash":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","message":"Sell more"}}}]}}
        """;

    public const string BitbucketPull = """
        {"actor":{"uuid":"{a}"},"repository":{"name":"shop"},
         "pullrequest":{"id":7,"source":{"branch":{"name":"topic"},"commit":{"hash":"6113728f27ae82c7b1a177c8d03f9e96e0adf246"},"repository":{"uuid":"{x}"}},"destination":{"branch":{"name":"main"},"repository":{"uuid":"{x}"}}}}
        """;

    public const string Plain = """{"ref":"refs/tags/v1","commit":"6113728f27ae82c7b1a177c8d03f9e96e0adf246","actor":"ci"}""";

    /// <param name="address">The webhook's <c>payloadUrl</c>.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="body">The payload.</param>
    /// <param name="host">GITHUB, GITLAB, BITBUCKET or nothing.</param>
    /// <param name="name">The host's name of the event.</param>
    public static ApiRequest Of(string address, string secret, string body, string host, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var signature = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes))}";
        IReadOnlyList<KeyValuePair<string, string>> headers = host switch
        {
            "GITLAB" => [new("X-Gitlab-Event", name), new("X-Gitlab-Token", secret)],
            "BITBUCKET" => [new("X-Event-Key", name), new("X-Hub-Signature", signature)],
            "GITHUB" => [new("x-github-event", name), new("x-hub-signature-256", signature), new("user-agent", "GitHub-Hookshot/0ab12cd")],
            _ => [new("X-Hub-Signature-256", signature), new("X-Delivery-Id", name)],
        };
        return new ApiRequest("POST", "/webhooks", address.Split('?')[^1], headers, bytes);
    }
}
