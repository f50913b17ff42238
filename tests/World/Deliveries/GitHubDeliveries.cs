namespace Sluice.World.Deliveries;

/// <summary>GitHub's documented payloads, cut to what a reader may need: https://docs.github.com/en/webhooks/webhook-events-and-payloads.</summary>
internal static class GitHubDeliveries
{
    public const string Repository = "Codertocat/Hello-World";
    public const string Before = "6113728f27ae82c7b1a177c8d03f9e96e0adf246";
    public const string After = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";

    private const string OfRepository = """
        "repository": { "id": 186853002, "node_id": "MDEwOlJlcG9zaXRvcnkxODY4NTMwMDI=", "name": "Hello-World", "full_name": "Codertocat/Hello-World", "private": false,
          "owner": { "login": "Codertocat", "id": 21031067, "type": "User" }, "html_url": "https://github.com/Codertocat/Hello-World", "fork": false, "pushed_at": 1557933657,
          "ssh_url": "git@github.com:Codertocat/Hello-World.git", "clone_url": "https://github.com/Codertocat/Hello-World.git", "default_branch": "master" },
        "sender": { "login": "Codertocat", "id": 21031067, "type": "User" }
        """;

    public const string Push = $$"""
        { "ref": "refs/heads/main", "before": "{{Before}}", "after": "{{After}}", "created": false, "deleted": false, "forced": false, "base_ref": null,
          "compare": "https://github.com/Codertocat/Hello-World/compare/6113728f27ae...ec26c3e57ca3",
          "commits": [ { "id": "{{After}}", "tree_id": "f9d2a07e9488b91af2641b26b9407fe22a451433", "distinct": true, "message": "Update README.md", "timestamp": "2019-05-15T15:20:41Z",
            "author": { "name": "Codertocat", "email": "21031067+Codertocat@users.noreply.github.com" }, "added": [], "removed": [], "modified": [ "README.md" ] } ],
          "head_commit": { "id": "{{After}}", "message": "Update README.md" }, "pusher": { "name": "Codertocat" }, {{OfRepository}} }
        """;

    public const string Tag = $$"""
        { "ref": "refs/tags/simple-tag", "before": "0000000000000000000000000000000000000000", "after": "{{After}}", "created": true, "deleted": false, "forced": false, "base_ref": "refs/heads/main",
          "commits": [], "head_commit": { "id": "{{After}}", "message": "Update README.md" }, "pusher": { "name": "Codertocat" }, {{OfRepository}} }
        """;

    public const string TagDeleted = $$"""
        { "ref": "refs/tags/simple-tag", "before": "{{Before}}", "after": "0000000000000000000000000000000000000000", "created": false, "deleted": true, "forced": false, "base_ref": null,
          "commits": [], "head_commit": null, {{OfRepository}} }
        """;

    public const string Ping = $$"""{ "zen": "Responsive is better than fast.", "hook_id": 30, "hook": { "type": "Repository", "id": 30, "name": "web", "active": true, "events": [ "push", "pull_request" ] }, {{OfRepository}} }""";

    /// <param name="action"><c>opened</c>, <c>synchronize</c>, <c>closed</c> …</param>
    /// <param name="isMerged">Whether it was merged.</param>
    public static string Pull(string action, bool isMerged = false) => $$"""
        { "action": "{{action}}", "number": 2,
          "pull_request": { "url": "https://api.github.com/repos/Codertocat/Hello-World/pulls/2", "id": 279147437, "number": 2, "state": "open", "locked": false, "title": "Update the README with new information.",
            "merge_commit_sha": "c4295bd74fb0f4fda03689c3df3f2803b658fd85", "merged": {{(isMerged ? "true" : "false")}}, "updated_at": "2019-05-15T15:20:33Z {{action}}",
            "head": { "label": "Codertocat:changes", "ref": "changes", "sha": "{{After}}", "repo": { "id": 186853002, "full_name": "Codertocat/Hello-World" } },
            "base": { "label": "Codertocat:master", "ref": "main", "sha": "f95f852bd8fca8fcc58a9a2d6c842781e32a215e", "repo": { "id": 186853002, "full_name": "Codertocat/Hello-World" } } },
          {{OfRepository}} }
        """;
}
