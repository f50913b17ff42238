using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Tests.Definitions;
using Sluice.Pipelines.Triggers;

namespace Sluice.Pipelines.Tests.Triggers;

public sealed class TriggerDecisionsTests
{
    private const string Commit = "c0ffee";

    // CodePipeline's pages "Automate starting pipelines using triggers and filtering" and "Trigger filtering in the pipeline JSON".
    private const string Documented = """
        { "branches": { "includes": [ "feature/**", "release/**" ], "excludes": [ "mainline" ] }, "filePaths": { "includes": [ "projectA/**", "common/**/*.js" ], "excludes": [ "**/README.md", "**/LICENSE", "**/CONTRIBUTING.md" ] } }
        """;

    [Theory]
    [InlineData(Documented, "feature/x", "projectA/src/a.cs", true, "The branch 'feature/x' fits the push filter.")]
    [InlineData(Documented, "feature/x", "common/lib/a.js", true, "fits the push filter")]
    [InlineData(Documented, "feature/x", "projectA/README.md", false, "changed only files that are not asked for ('projectA/README.md' is excluded by '**/README.md')")]
    [InlineData(Documented, "feature/x", "projectA/README.md,projectA/a", true, "fits")]
    [InlineData(Documented, "feature/x", "other/a", false, "fits none of 'projectA/**', 'common/**/*.js'")]
    [InlineData(Documented, "feature/x", null, true, "fits")]
    [InlineData(Documented, "feature/x", "", false, "changed no file")]
    [InlineData(Documented, "mainline", "projectA/a", false, "is excluded by 'mainline'")]
    [InlineData(Documented, "main", "projectA/a", false, "The branch 'main' fits none of 'feature/**', 'release/**'.")]
    [InlineData("""{ "branches": { "excludes": [ "feature-*" ] } }""", "main", "a", true, "fits")]
    [InlineData("""{ "branches": { "excludes": [ "feature-*" ] } }""", "feature-1", "a", false, "is excluded by 'feature-*'")]
    [InlineData("""{ "branches": { "includes": [ "release*" ], "excludes": [ "release-0*" ] } }""", "release-01", "a", false, "is excluded by 'release-0*'")]
    [InlineData("""{ "tags": { "includes": [ "v*" ] } }""", "v1", "a", false, "is a branch, and the filter is for tags")]
    public void A_push_of_a_branch_is_taken_by_branch_and_paths(string filter, string branch, string? paths, bool starts, string detail)
    {
        var decision = Decide($$""" "push": [ {{filter}} ] """, new BranchPush(branch, Commit, "old", paths?.Split(',', StringSplitOptions.RemoveEmptyEntries)));

        decision.Detail.ShouldContain(detail);
        decision.Release.ShouldBe(starts ? new TriggeredRevision(Commit, branch, Tag: null) : null);
    }

    [Theory]
    [InlineData("""{ "tags": { "includes": [ "release-v0", "release-v1" ], "excludes": [ "release-v2" ] } }""", "release-v1", true, "The tag 'release-v1' fits the push filter.")]
    [InlineData("""{ "tags": { "includes": [ "release-v*" ], "excludes": [ "release-v2" ] } }""", "release-v2", false, "is excluded by 'release-v2'")]
    [InlineData("""{ "tags": { "excludes": [ "*-rc" ] } }""", "v1", true, "fits")]
    [InlineData("""{ "branches": { "includes": [ "main" ] } }""", "main", false, "is a tag, and the filter is for branches")]
    public void A_push_of_a_tag_is_taken_by_its_name(string filter, string tag, bool starts, string detail)
    {
        var decision = Decide($$""" "push": [ {{filter}} ] """, new TagPush(tag, Commit));

        decision.Detail.ShouldContain(detail);
        decision.Release.ShouldBe(starts ? new TriggeredRevision(Commit, Branch: null, tag) : null);
    }

    [Theory]
    [InlineData("""{ "events": [ "OPEN", "UPDATED" ], "branches": { "includes": [ "main" ] } }""", GitPullRequestEventType.OPEN, "main", null, true, "The pull request 7 of 'topic' for 'main' (opened) fits the pull request filter.")]
    [InlineData("""{ "events": [ "CLOSED" ], "branches": { "includes": [ "main" ] } }""", GitPullRequestEventType.OPEN, "main", null, false, "was opened, and the filter is for closed ones")]
    [InlineData("""{ "events": [ "CLOSED" ], "branches": { "includes": [ "main" ] } }""", GitPullRequestEventType.CLOSED, "main", null, true, "(closed)")]
    [InlineData("""{ "branches": { "includes": [ "main" ] } }""", GitPullRequestEventType.UPDATED, "main", null, true, "(updated)")]
    [InlineData("""{ "branches": { "includes": [ "topic" ] } }""", GitPullRequestEventType.OPEN, "main", null, false, "is for a branch that fits none of 'topic'")]
    [InlineData("""{ "branches": { "includes": [ "main" ] }, "filePaths": { "includes": [ "src/**" ] } }""", GitPullRequestEventType.OPEN, "main", "docs/a", false, "changed only files that are not asked for")]
    [InlineData("""{ "branches": { "includes": [ "main" ] }, "filePaths": { "includes": [ "src/**" ] } }""", GitPullRequestEventType.OPEN, "main", "docs/a,src/b", true, "fits")]
    public void A_pull_request_is_taken_by_the_branch_that_it_is_for_and_releases_the_one_that_it_brings(string filter, GitPullRequestEventType happened, string target, string? paths, bool starts, string detail)
    {
        var decision = Decide($$""" "pullRequest": [ {{filter}} ] """, new PullRequestChange(7, happened, "topic", target, Commit, paths?.Split(',')));

        decision.Detail.ShouldContain(detail);
        decision.Release.ShouldBe(starts ? new TriggeredRevision(Commit, "topic", Tag: null) : null);
    }

    [Fact]
    public void One_of_several_filters_is_enough()
    {
        const string Filters = """ "push": [ { "branches": { "includes": [ "a" ] } }, { "tags": { "includes": [ "v*" ] } } ] """;

        Decide(Filters, new TagPush("v1", Commit)).Detail.ShouldBe("The tag 'v1' fits push filter 2 of 2.");
        Decide(Filters, new BranchPush("b", Commit)).Detail.ShouldBe("The branch 'b' fits none of 'a'; is a branch, and the filter is for tags.");
    }

    [Fact]
    public void A_trigger_for_pushes_takes_no_pull_requests_and_the_other_way_round()
    {
        Decide(""" "push": [ { "branches": { "includes": [ "main" ] } } ] """, new PullRequestChange(1, GitPullRequestEventType.OPEN, "topic", "main", Commit)).Detail.ShouldContain("the trigger is for pushes only");
        Decide(""" "pullRequest": [ { "branches": { "includes": [ "main" ] } } ] """, new BranchPush("main", Commit)).Detail.ShouldContain("the trigger is for pull requests only");
    }

    [Fact]
    public void Commits_of_other_repositories_are_not_released() =>
        Decide(""" "pullRequest": [ { "branches": { "includes": [ "main" ] } } ] """, new PullRequestChange(1, GitPullRequestEventType.OPEN, "topic", "main", Commit, IsFork: true)).Detail.ShouldContain("is of another repository");

    [Fact]
    public void What_was_deleted_starts_nothing() =>
        Decide(""" "push": [ { "branches": { "includes": [ "main" ] } } ] """, new BranchPush("main", Commit: null, "old")).Detail.ShouldBe("The branch 'main' has no commit to release: it was deleted.");

    [Theory]
    [InlineData("main", true, "The branch 'main' changed.")]
    [InlineData("topic", false, "The branch 'topic' is not the source's own branch, 'main', and it has no trigger for others.")]
    public void Without_a_trigger_a_source_is_started_by_its_own_branch(string branch, bool starts, string detail)
    {
        foreach (var decision in new[] { Decide(null, new BranchPush(branch, Commit)), Decide("", new BranchPush(branch, Commit)) })
        {
            decision.Starts.ShouldBe(starts);
            decision.Detail.ShouldBe(detail);
        }
    }

    [Fact]
    public void With_a_trigger_its_own_branch_alone_starts_nothing() =>
        Decide(""" "push": [ { "tags": { "includes": [ "v*" ] } } ] """, new BranchPush("main", Commit)).Starts.ShouldBeFalse();

    [Fact]
    public void A_source_that_detects_no_changes_is_started_by_a_trigger_alone()
    {
        Decide(null, new BranchPush("main", Commit), detects: false).Detail.ShouldContain("DetectChanges is 'false'");
        Decide(""" "push": [ { "branches": { "includes": [ "main" ] } } ] """, new BranchPush("main", Commit), detects: false).Starts.ShouldBeTrue();
    }

    [Fact]
    public void Says_which_sources_have_filters()
    {
        var pipeline = PipelineDocument.Parse("p.json", Declared.Text);

        TriggerDecisions.HasFilters(pipeline, "Checkout").ShouldBeTrue();
        TriggerDecisions.HasFilters(pipeline, "Bucket").ShouldBeFalse();
    }

    /// <param name="filters">The members of the trigger beside the source's name; null for no trigger.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="detects">What DetectChanges says.</param>
    private static TriggerDecision Decide(string? filters, RepositoryEvent happened, bool detects = true)
    {
        var json = filters is null ? "[]" : $$"""[ { "providerType": "CodeStarSourceConnection", "gitConfiguration": { "sourceActionName": "Checkout"{{(filters.Length > 0 ? "," : "")}} {{filters}} } } ]""";
        var pipeline = PipelineDocument.Parse("p.json", Declared.With("triggers", json).Replace("\"Branch\":\"main\"", $"\"Branch\":\"main\",\"DetectChanges\":\"{(detects ? "true" : "false")}\"", StringComparison.Ordinal));
        return TriggerDecisions.Of(pipeline, [new WatchedSource(pipeline.Stages[0].Actions[0], "main")], happened).Single();
    }
}
