namespace Sluice.World.Deliveries;

/// <summary>Bitbucket's documented payloads, cut to what a reader may need: https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/. Of a pull request's commits they have the first twelve digits.</summary>
internal static class BitbucketDeliveries
{
    public const string Repository = "team_name/repo_name";
    public const string Before = "1e65c05c1d5171631d92438a13901ca7dae9618c";
    public const string After = "709d658dc5b6d6afcd46049c2f332ee3f515a67d";

    private const string OfRepository = """
        "actor": { "type": "user", "nickname": "evzijst", "uuid": "{d301aafa-d676-4ee0-88be-962be7417567}", "account_id": "557058:c0b72ad0-1cb5-4018-9cdc-0cde8492c443" },
        "repository": { "type": "repository", "links": { "self": { "href": "https://api.bitbucket.org/2.0/repositories/team_name/repo_name" }, "html": { "href": "https://bitbucket.org/team_name/repo_name" } },
          "uuid": "{673a6070-3421-46c9-9d48-90745f7bfe8e}", "full_name": "team_name/repo_name", "name": "repo_name", "scm": "git", "is_private": true, "workspace": { "type": "workspace", "slug": "team_name" } }
        """;

    public const string Push = $$"""
        { {{OfRepository}},
          "push": { "changes": [ { "new": { "type": "branch", "name": "main", "target": { "type": "commit", "hash": "{{After}}", "message": "new commit message\n", "date": "2015-06-09T03:34:49+00:00" } },
            "old": { "type": "branch", "name": "main", "target": { "type": "commit", "hash": "{{Before}}", "message": "old commit message\n" } }, "created": false, "forced": false, "closed": false, "truncated": false } ] } }
        """;

    public const string Tag = $$"""
        { {{OfRepository}},
          "push": { "changes": [ { "new": { "type": "tag", "name": "v1.0", "target": { "type": "commit", "hash": "{{After}}", "message": "new commit message\n" } }, "old": null, "created": true, "forced": false, "closed": false } ] } }
        """;

    /// <param name="state"><c>OPEN</c>, <c>MERGED</c> or <c>DECLINED</c>.</param>
    public static string Pull(string state) => $$"""
        { {{OfRepository}},
          "pullrequest": { "id": 1, "title": "Title of pull request", "description": "Description of pull request", "state": "{{state}}",
            "source": { "branch": { "name": "branch2" }, "commit": { "hash": "{{After[..12]}}" }, "repository": { "type": "repository", "uuid": "{673a6070-3421-46c9-9d48-90745f7bfe8e}" } },
            "destination": { "branch": { "name": "main" }, "commit": { "hash": "ce5965ddd289" }, "repository": { "type": "repository", "uuid": "{673a6070-3421-46c9-9d48-90745f7bfe8e}" } },
            "merge_commit": { "hash": "764413d85e29" }, "updated_on": "2015-04-06T15:23:38.179678+00:00" } }
        """;
}
