using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Planning;
using Sluice.Local.Commands.Starting;
using Sluice.Local.Tests.Commands.Clients;
using Sluice.Pipelines.Shapes;
using Sluice.World;

namespace Sluice.Local.Tests.Commands.Planning;

public sealed class RunPlansTests
{
    [Fact]
    public void Says_what_a_start_would_do() => string.Join('\n', PlanRows.Of(Plan(), int.MaxValue).Select(row => row.Text.TrimEnd())).ShouldBe(
        """
        shop  version 7, SUPERSEDED; a start now would take
          Checkout  c0ffee00c0ff  the newest of main
          Seed  the newest, which is read when the run starts: only the suite reads its bucket
          Color=blue  its default
        STAGE           DOES                    WITH
        Source                                  enters at once
          1 Checkout    Source/Git
                          Branch                main
          1 Seed        Source/S3
                          S3Bucket              seeds
        Build                                   waits behind run aaaa1111; supersedes run bbbb2222
          1 Lint        Test/CodeBuild
                          ProjectName           lint
          2 Pack        Build/CodeBuild
                          ProjectName           shop
        Deploy          after Source, Build     waits for the transition, which is disabled by bob: frozen
          before entry  DeploymentWindow Hours  Waits until 2026-03-01 18:00:00 UTC, when the window opens.
          before entry  VariableCheck Blue      kept now: 'blue' EQ 'blue'
          before entry  CloudWatchAlarm Quiet   AlarmName=errors
          1 Ask         Approval/Manual         asks 1 of ann, bob, not who starts it
                          CustomData            blue c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00 (VERSION from Pack) in (the run's id)
                          Approvers             ann,bob
                          AllowSelfApproval     false
          2 Web         Deploy/CodeDeployToECS  40 % for 3m, 80 % for 3m, then 100 % (6m in all), unless the appspec says otherwise
                          ApplicationName       shop
                          DeploymentGroupName   web
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_given_counts()
    {
        var plan = Plan(["Color=red"], ["Checkout=0123456789012345678901234567890123456789"]);

        plan.Variables.ShouldBe([new PlannedVariable("Color", "red", IsGiven: true)]);
        plan.Sources[0].ShouldBe(new PlannedSource("Checkout", "main", "0123456789012345678901234567890123456789", IsGiven: true, "as given"));
        plan.Stages[2].Actions[0].Configuration["CustomData"].ShouldStartWith("red 0123456789012345678901234567890123456789 ");
        plan.Stages[2].Rules[1].Now.ShouldBe("not kept now: 'red' EQ 'blue'");
    }

    [Theory]
    [InlineData("Colour=red", null, "ValidationException: The variables cannot be taken: the pipeline declares no variable 'Colour'; there are: Color.")]
    [InlineData(null, "Checkuot=0123456789012345678901234567890123456789", "ValidationException: The source revisions cannot be taken: the pipeline has no source 'Checkuot'; there are: Checkout, Seed.")]
    public void What_a_start_would_refuse_is_refused_in_its_words(string? variable, string? source, string message) =>
        Should.Throw<RefusedException>(() => Plan(variable is null ? [] : [variable], source is null ? [] : [source])).Message.ShouldBe(message);

    [Theory]
    [InlineData(ExecutionMode.SUPERSEDED, null, false, "", true, "", "")]
    [InlineData(ExecutionMode.SUPERSEDED, "one", false, "", false, "", "")]
    [InlineData(ExecutionMode.SUPERSEDED, "one", false, "two", false, "two", "")]
    [InlineData(ExecutionMode.SUPERSEDED, null, true, "two", false, "two", "")]
    [InlineData(ExecutionMode.QUEUED, "one", false, "two,three", false, "", "two,three")]
    [InlineData(ExecutionMode.QUEUED, null, false, "", true, "", "")]
    [InlineData(ExecutionMode.PARALLEL, "one", false, "", true, "", "")]
    [InlineData(ExecutionMode.PARALLEL, null, true, "two", false, "", "two")]
    public void How_a_run_comes_into_a_stage_is_the_modes_to_say(ExecutionMode mode, string? holder, bool isClosed, string waiting, bool isOpen, string supersedes, string ahead)
    {
        var pipeline = PlannedShop.Pipeline(mode);

        var entry = PlannedDoors.Of(pipeline, pipeline.Stages[1], PlannedShop.State("Build", holder, isClosed, waiting.Split(',', StringSplitOptions.RemoveEmptyEntries)), PlannedShop.Now);

        (entry.IsOpen, string.Join(',', entry.Supersedes), string.Join(',', entry.Ahead), entry.DisabledBy).ShouldBe((isOpen, supersedes, ahead, isClosed ? "bob" : null));
        entry.Behind.ShouldBe(isOpen ? null : holder);
    }

    [Theory]
    [InlineData("DeployStrategy", "Steps.10@5m,50@pause", "10 % for 5m, 50 % until 'sluice continue', then 100 % (5m in all)")]
    [InlineData("DeployStrategy", "Canary10Percent5Minutes", "10 % for 5m, then 100 %")]
    [InlineData("DefaultStrategy", "AllAtOnce", "all traffic at once")]
    [InlineData("Other", "", "all traffic at once")]
    public void Traffic_is_told_in_steps(string key, string value, string text) => PlannedTraffic.Text(PlannedTraffic.Of(new Dictionary<string, string> { [key] = value })!).ShouldBe(text);

    [Fact]
    public void Traffic_that_is_not_known_is_not_told()
    {
        PlannedTraffic.Of(new Dictionary<string, string> { ["DeployStrategy"] = "Sometimes" }).ShouldBeNull();
        PlannedTraffic.Of((DeploymentConfigInfo?)null).ShouldBeNull();
        PlannedTraffic.Text(PlannedTraffic.Of(new DeploymentConfigInfo { Steps = [new ConfigurationStep { Percent = 25, BakeSeconds = 90 }] })!).ShouldBe("25 % for 90s, then 100 %");
    }

    [Theory]
    [InlineData("", "asks 1 of all who may approve")]
    [InlineData("RequiredApprovals=2;Approvers=ann,bob,cem;RequireComment=true", "asks 2 of ann, bob, cem, with a comment")]
    [InlineData("ApproverGroups={\"security\":[\"ann\",\"bob\"]}", "asks one of security (ann, bob)")]
    [InlineData("RequiredApprovals=(N from Build)", "RequiredApprovals: a number of people from 1 was expected, not '(N from Build)'")]
    public void Says_whom_an_approval_asks(string configuration, string text) =>
        PlannedPeople.Text(configuration.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])).ShouldBe(text);

    [Fact]
    public async Task Reads_the_newest_commit_itself_and_asks_nothing_that_writes()
    {
        using var repository = new GitRepository();
        var commit = repository.Commit();
        await using var suite = await FakeSuite.StartAsync(new Dictionary<string, Func<string>>
        {
            ["ListPipelines"] = () => """{"pipelines":[{"name":"shop"}]}""",
            ["GetPipeline"] = () => $$$"""{"pipeline":{"name":"shop","version":1,"stages":[{"name":"Source","actions":[{"name":"Checkout","actionTypeId":{"category":"Source","owner":"Custom","provider":"Git","version":"1"},"configuration":{"Repository":"{{{repository.Folder}}}","Branch":"main"},"outputArtifacts":[{"name":"Code"}]},{"name":"Own","actionTypeId":{"category":"Source","owner":"AWS","provider":"CodeCommit","version":"1"},"configuration":{"RepositoryName":"own","BranchName":"main"},"outputArtifacts":[{"name":"Own"}]}]},{"name":"Ship","actions":[{"name":"Go","actionTypeId":{"category":"Deploy","owner":"AWS","provider":"CodeDeploy","version":"1"},"configuration":{"ApplicationName":"shop","DeploymentGroupName":"web"},"inputArtifacts":[{"name":"Code"}]}]}]}}""",
            ["GetPipelineState"] = () => """{"pipelineName":"shop","stageStates":[]}""",
            ["GetBranch"] = () => """{"branch":{"branchName":"main","commitId":"00000000000000000000000000000000000000ab"}}""",
        });
        using var talk = suite.Talk();

        (await PlanCommand.RunAsync(talk.Talk, new StartInput(null, [], []), TestContext.Current.CancellationToken)).ShouldBe(0);

        talk.Told.ShouldContain($"Checkout  {commit[..12]}  the newest of main");
        talk.Told.ShouldContain("Own  000000000000  the newest of main");
        talk.Told.ShouldContain("NotThereException: GetDeploymentGroup");
        suite.Asked.ShouldAllBe(call => call.Operation.StartsWith("Get", StringComparison.Ordinal) || call.Operation.StartsWith("List", StringComparison.Ordinal));
    }

    private static RunPlan Plan(string[]? variables = null, string[]? sources = null) => RunPlans.Of(PlannedShop.Seen, new StartInput("shop", variables ?? [], sources ?? []), PlannedShop.Now);
}
