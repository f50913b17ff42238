namespace Sluice.World.Deliveries;

/// <summary>GitLab's documented payloads, cut to what a reader may need: https://docs.gitlab.com/user/project/integrations/webhook_events/.</summary>
internal static class GitLabDeliveries
{
    public const string Repository = "mike/diaspora";
    public const string Before = "95790bf891e76fee5e1747ab589903a6a1f80f22";
    public const string After = "da1560886d4f094c3e6c9ef40349f7d38b5d27d7";

    private const string Project = """
        "project": { "id": 15, "name": "Diaspora", "description": "", "web_url": "https://gitlab.com/mike/diaspora", "avatar_url": null, "git_ssh_url": "git@gitlab.com:mike/diaspora.git",
          "git_http_url": "https://gitlab.com/mike/diaspora.git", "namespace": "Mike", "visibility_level": 0, "path_with_namespace": "mike/diaspora", "default_branch": "main" }
        """;

    public const string Push = $$"""
        { "object_kind": "push", "event_name": "push", "before": "{{Before}}", "after": "{{After}}", "ref": "refs/heads/main", "ref_protected": true, "checkout_sha": "{{After}}", "message": null, "user_id": 4,
          "user_name": "John Smith", "user_username": "jsmith", "project_id": 15, {{Project}},
          "commits": [ { "id": "{{After}}", "message": "fixed readme", "title": "fixed readme", "timestamp": "2012-01-03T23:36:29+02:00", "author": { "name": "GitLab dev user", "email": "gitlabdev@dv6700.(none)" },
            "added": [ "CHANGELOG" ], "modified": [ "app/controller/application.rb" ], "removed": [] } ], "total_commits_count": 1 }
        """;

    public const string Tag = $$"""
        { "object_kind": "tag_push", "event_name": "tag_push", "before": "0000000000000000000000000000000000000000", "after": "82b3d5ae55f7080f1e6022629cdb57bfae7cccc7", "ref": "refs/tags/v1.0.0", "ref_protected": true,
          "checkout_sha": "{{After}}", "message": "Tag message", "user_id": 1, "user_name": "John Smith", "project_id": 1, {{Project}}, "commits": [], "total_commits_count": 0 }
        """;

    /// <param name="action"><c>open</c>, <c>update</c>, <c>close</c>, <c>merge</c> …</param>
    public static string Merge(string action) => $$"""
        { "object_kind": "merge_request", "event_type": "merge_request", "user": { "id": 1, "name": "Administrator", "username": "root" }, {{Project}},
          "object_attributes": { "id": 99, "iid": 1, "target_branch": "main", "source_branch": "ms-viewport", "source_project_id": 14, "author_id": 51, "title": "MS-Viewport", "updated_at": "2013-12-03T17:23:34Z",
            "last_edited_at": null, "state": "opened", "target_project_id": 14, "action": "{{action}}"{{(action == "update" ? $", \"oldrev\": \"{Before}\"" : "")}},
            "last_commit": { "id": "{{After}}", "message": "fixed readme", "title": "fixed readme", "timestamp": "2012-01-03T23:36:29+02:00" } } }
        """;
}
