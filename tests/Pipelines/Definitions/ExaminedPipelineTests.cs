using System.Text;
using Sluice.Pipelines.Definitions;
using Sluice.Pipelines.Types;
using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Tests.Definitions;

/// <summary>What the service takes and a run fails of, and what can hardly be meant.</summary>
public sealed class ExaminedPipelineTests
{
    private const string Compile = "stages/1/actions/0/configuration/EnvironmentVariables";

    [Fact]
    public void There_is_nothing_to_say_against_a_document_in_which_all_is_used() =>
        Told(Declared.With("stages/1/actions/1/outputArtifacts", null)).ShouldBeEmpty();

    [Theory]
    [InlineData("src.CommitID", "#{src.CommitID} will have no value: Checkout (Git) gives no 'CommitID'; did you mean 'CommitId'?; it gives: BranchName, CommitId, RepositoryUrl, RepositoryName, AuthorDate, CommitterDate, CommitMessage, ConnectionArn")]
    [InlineData("src.VersionId", "#{src.VersionId} will have no value: Checkout (Git) gives no 'VersionId'; it gives: BranchName, CommitId, RepositoryUrl, RepositoryName, AuthorDate, CommitterDate, CommitMessage, ConnectionArn")]
    public void A_variable_that_the_kind_of_its_action_never_gives_is_foreseen(string reference, string message)
    {
        var fault = Examine(Declared.With(Compile, $"\"#{{{reference}}}\"").Replace("\"EnvironmentVariables\"", "\"PrimaryS0urce\"", StringComparison.Ordinal)).Faults.Single(found => found.Weight == FaultWeight.Foreseen);

        fault.Message.ShouldBe(message);
        fault.Path.ShouldBe("stages[1].actions[0].configuration.PrimaryS0urce");
    }

    [Fact]
    public void A_variable_that_commands_do_not_name_is_foreseen() =>
        Told(Declared.With("stages/4/actions/0/configuration/StackName", "\"#{check.RESULTS}\"")).ShouldContain(
            "Foreseen stages[4].actions[0].configuration.StackName: #{check.RESULTS} will have no value: Check (Commands) gives no 'RESULTS'; did you mean 'RESULT'?; it gives: RESULT");

    [Fact]
    public void What_a_build_gives_is_its_buildspecs_to_say()
    {
        var read = Examine(Declared.With("stages/4/actions/0/configuration/StackName", "\"#{built.ANYTHING}\""));

        read.Faults.ShouldNotContain(fault => fault.Weight == FaultWeight.Foreseen);
        read.Named.Select(use => $"{use.Node.Path} {use.Namespace}.{use.Name}").ShouldContain("stages[4].actions[0].configuration.StackName built.ANYTHING");
    }

    [Fact]
    public void An_artifact_that_nobody_takes_is_doubtful_but_for_those_of_sources() => Told(Declared.Text).ShouldBe(
        ["Doubtful stages[1].actions[1].outputArtifacts[0].name: no action and no rule takes the artifact 'Notes'; take it out, or name it as an input artifact"]);

    [Theory]
    [InlineData("""{"includes":["main"],"excludes":["main"]}""", true)]
    [InlineData("""{"includes":["release/1","v*"],"excludes":["release/*","v*"]}""", true)]
    [InlineData("""{"includes":["a*"],"excludes":["**"]}""", true)]
    [InlineData("""{"includes":["main","next"],"excludes":["main"]}""", false)]
    [InlineData("""{"includes":["release/*"],"excludes":["release/old*"]}""", false)]
    [InlineData("""{"excludes":["main"]}""", false)]
    public void A_filter_that_excludes_all_that_it_includes_is_doubtful(string branches, bool isDoubtful) =>
        Told(Declared.With("triggers/0/gitConfiguration/push/0/branches", branches)).Any(told => told == "Doubtful triggers[0].gitConfiguration.push[0].branches: nothing fits: all that is included is excluded too, and what is excluded never fits").ShouldBe(isDoubtful);

    [Theory]
    [InlineData("Variable", "\"STAGE\"", "this is never so: 'STAGE' EQ 'beta' compares two texts, and no variable is in them; expected one as #{NAMESPACE.NAME}; no run can enter the stage")]
    [InlineData("Variable", "\"beta\"", null)]
    public void A_rule_before_a_stage_that_is_never_kept_is_doubtful(string key, string value, string? message) =>
        Told(Declared.With($"stages/1/beforeEntry/conditions/0/rules/0/configuration/{key}", value)).Where(told => told.Contains("beforeEntry", StringComparison.Ordinal))
            .ShouldBe(message is null ? [] : [$"Doubtful stages[1].beforeEntry.conditions[0].rules[0].configuration: {message}"]);

    [Theory]
    [InlineData("0 0 9 30 FEB ?", true)]
    [InlineData("0 0 9 29 FEB ?", false)]
    [InlineData("0 0 9 1 JAN ? 1999", false)]
    public void A_window_that_never_opens_is_doubtful(string cron, bool isDoubtful) =>
        Told(Declared.With("stages/2/beforeEntry/conditions/0/rules/0/configuration/Cron", $"\"{cron}\"")).Contains($"Doubtful stages[2].beforeEntry.conditions[0].rules[0].configuration: the window '{cron}' never opens; no run can enter the stage").ShouldBe(isDoubtful);

    [Fact]
    public void Types_of_the_users_own_are_taken_where_nobody_can_be_asked_for_them()
    {
        var text = Declared.With("stages/3/actions/0/actionTypeId", """{"category":"Deploy","owner":"Custom","provider":"Jenkins","version":"3"}""");
        var open = new KnownTypes([], []) { TakesOthers = true };

        Examine(text).Faults.ShouldContain(fault => fault.Message.Contains("Provider: 'Jenkins'", StringComparison.Ordinal));
        Examine(text, open).Faults.ShouldAllBe(fault => fault.Weight != FaultWeight.Refused);
        Examine(Declared.With("stages/0/actions/0/actionTypeId/provider", "\"Gti\""), open).Faults.ShouldContain(fault => fault.Message.EndsWith("did you mean 'Git'?", StringComparison.Ordinal));
    }

    [Fact]
    public void Actions_know_their_places_also_in_what_get_pipeline_prints()
    {
        var read = Examine($$$$"""{"pipeline": {{{{Declared.Text}}}}, "metadata": {}}""");

        read.Actions.Select(action => action.Path).Take(3).ShouldBe(["pipeline.stages[0].actions[0]", "pipeline.stages[0].actions[1]", "pipeline.stages[1].actions[0]"]);
        read.Declared!.Name.ShouldBe("shop");
    }

    [Fact]
    public void What_is_no_document_is_told_and_nothing_read()
    {
        Examine("[").Declared.ShouldBeNull();
        Examine("{\"pipeline\": 5}").Faults.ShouldNotBeEmpty();
    }

    private static List<string> Told(string text) => [.. Examine(text).Faults.Select(fault => $"{fault.Weight} {fault.Path}: {fault.Message}")];

    private static ExaminedPipeline Examine(string text, KnownTypes? types = null) => PipelineDocument.Examine("p.json", Encoding.UTF8.GetBytes(text), types ?? KnownTypes.BuiltIn);
}
