using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Model;
using Sluice.Builds.Model.Batches;
using Sluice.Builds.Shapes;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Batching;

/// <summary>How a batch goes on, played build by build.</summary>
public sealed class BatchDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What is written: builds that are started with a plus, those that are told to stop with a minus; then the outcomes that are played, in their order.</summary>
    [Theory]
    [InlineData("a; b", "a b", "a+ b+ SUCCEEDED")]
    [InlineData("a; b<a; c<a; d<b,c", "a b c d", "a+ b+ c+ d+ SUCCEEDED")]
    [InlineData("a; b<a", "a!", "a+ FAILED")]
    [InlineData("a; b<a; c", "a! c", "a+ c+ FAILED")]
    [InlineData("a?; b<a", "a! b", "a+ b+ SUCCEEDED")]
    [InlineData("a; b; c", "a! b c", "a+ b+ c+ FAILED")]
    [InlineData("fast: a; b; c", "a! b~ c~", "a+ b+ c+ b- c- c- FAILED")]
    [InlineData("fast: a?; b", "a! b", "a+ b+ SUCCEEDED")]
    public void Builds_begin_when_what_they_depend_on_is_done_and_the_batch_ends_with_the_last(string plan, string ends, string expected)
    {
        var play = new Play(plan);
        foreach (var end in ends.Split(' '))
        {
            play.End(end[..1], end[1..] switch { "!" => BuildStatus.Failed, "~" => BuildStatus.Stopped, _ => BuildStatus.Succeeded });
        }

        play.Log.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a b_x", "a+ b+ SUCCEEDED", null)]
    [InlineData("a c_x b", "a+ b+ FAILED", "None of the builds has handed on c_x, b; expected names of the form BUILD for a build's primary artifact and BUILD_ARTIFACT for a secondary one.")]
    public void A_pipelines_batch_succeeds_with_all_that_the_pipeline_wants_of_it(string outputs, string expected, string? message)
    {
        var play = new Play("a; b");
        play.Change(batch => batch with { Settings = batch.Settings with { OutputArtifacts = outputs.Split(' ') } });
        play.End("a", BuildStatus.Succeeded, "a");
        play.End("b", BuildStatus.Succeeded, "b_x");

        (play.Log, play.Batch.Message).ShouldBe((expected, message));
        play.Batch.OutputArtifacts().Keys.ShouldBe(["a", "b_x"]);
    }

    [Theory]
    [InlineData(BuildStatus.Succeeded, "a+ b+ combine+ SUCCEEDED", null)]
    [InlineData(BuildStatus.Failed, "a+ b+ combine+ FAILED", "The artifacts could not be combined: no space")]
    public void Combined_artifacts_are_made_by_a_build_of_their_own_after_all_others(BuildStatus end, string expected, string? message)
    {
        var play = new Play("a; b");
        play.Change(Combined);
        play.End("a", BuildStatus.Succeeded, "a");
        play.End("b", BuildStatus.Succeeded, "b");
        var combining = play.Started[^1];
        (combining.IsShown(), combining.IsPlan()).ShouldBe((false, false));
        combining.Settings.Inputs!.Secondary.Select(source => $"{source.Identifier} {source.Object!.Key}").ShouldBe(["a a.zip", "b b.zip"]);
        combining.Settings.OutputArtifacts.ShouldBe(["All"]);
        play.End(null, end, "All");

        (play.Log, play.Batch.Message).ShouldBe((expected, message));
    }

    [Fact]
    public void A_stop_while_artifacts_are_combined_stops_that()
    {
        var play = new Play("a");
        play.Change(Combined);
        play.End("a", BuildStatus.Succeeded, "a");
        play.Change(batch => BatchDecision.Stop(batch, "enough", BuildStatus.Stopped, Noon));
        play.End(null, BuildStatus.Stopped);

        play.Log.ShouldBe("a+ combine+ combine- STOPPED");
    }

    private static BatchRecord Combined(BatchRecord batch) => batch with
    {
        Config = new ProjectBuildBatchConfig { CombineArtifacts = true }, Settings = batch.Settings with { OutputArtifacts = ["All"] },
    };

    [Fact]
    public void A_stop_stops_what_runs_and_the_batch_ends_when_that_has_ended()
    {
        var play = new Play("a; b<a");
        play.Change(batch => BatchDecision.Stop(batch, "enough", BuildStatus.Stopped, Noon));
        play.Change(batch => BatchDecision.Stop(batch, "again", BuildStatus.TimedOut, Noon));
        play.End("a", BuildStatus.Stopped);

        play.Log.ShouldBe("a+ a- a- STOPPED");
        play.Batch.Message.ShouldBe("The batch was stopped: enough");
    }

    [Fact]
    public void A_batch_whose_time_is_over_says_so()
    {
        var play = new Play("a");
        play.Change(batch => BatchDecision.Stop(batch, "its time is over", BuildStatus.TimedOut, Noon));
        play.End("a", BuildStatus.Stopped);

        play.Batch.Status.ShouldBe(BuildStatus.TimedOut);
    }

    [Fact]
    public void A_build_whose_start_was_lost_is_started_by_the_next_decision()
    {
        var play = new Play("a; b", losesStarts: true);
        play.LosesStarts = false;
        play.Change(static batch => batch);

        play.Log.ShouldBe("a+ b+ a+ b+");
    }

    [Fact]
    public void A_plan_that_cannot_be_read_ends_the_batch_with_the_reason()
    {
        var play = new Play(plan: (string?)null);

        play.Log.ShouldBe("FAILED");
        play.Batch.Message.ShouldBe("DOWNLOAD_SOURCE: no batch");
    }

    [Theory]
    [InlineData(1, null, "the batch has 2 builds, and the project allows 1.")]
    [InlineData(null, "BUILD_GENERAL1_LARGE", "a has the compute type BUILD_GENERAL1_SMALL, and the project allows BUILD_GENERAL1_LARGE; b has the compute type BUILD_GENERAL1_SMALL, and the project allows BUILD_GENERAL1_LARGE.")]
    [InlineData(2, "BUILD_GENERAL1_SMALL", null)]
    public void What_the_project_restricts_is_held_before_anything_begins(int? most, string? compute, string? message)
    {
        var play = new Play("a; b", new BatchRestrictions { MaximumBuildsAllowed = most, ComputeTypesAllowed = compute is null ? null : [compute] });

        (play.Batch.Message, play.Batch.HasEnded()).ShouldBe((message, message is not null));
    }

    [Fact]
    public void A_retry_begins_again_what_failed_and_keeps_what_succeeded()
    {
        var play = new Play("a; b<a");
        play.End("a", BuildStatus.Succeeded);
        play.End("b", BuildStatus.Failed);
        play.Change(batch => BatchRetry.Decide(batch, all: false).Record);
        play.End("b", BuildStatus.Succeeded);

        play.Log.ShouldBe("a+ b+ FAILED b+ SUCCEEDED");
        play.Batch.Groups[1].Prior.ShouldHaveSingleItem().Status.ShouldBe(BuildStatus.Failed);
        Should.Throw<Platform.Protocol.ApiException>(() => BatchRetry.Decide(play.Batch, all: true)).Message.ShouldContain("has succeeded");
    }

    [Fact]
    public void A_retry_of_all_begins_from_the_start()
    {
        var play = new Play("a; b<a");
        play.End("a", BuildStatus.Succeeded);
        play.End("b", BuildStatus.Failed);
        play.Change(batch => BatchRetry.Decide(batch, all: true).Record);

        play.Log.ShouldBe("a+ b+ FAILED a+");
    }

    [Fact]
    public void Builds_have_the_projects_settings_with_what_the_plan_says_over_them_and_one_commit()
    {
        var own = new BatchEnvironment("BUILD_GENERAL1_LARGE", null, "debian", true, null, new Dictionary<string, string> { ["A"] = "1" });
        var play = new Play(new BatchPlan(BatchKind.Matrix, false, [new BatchBuild("one", [], false, "ci/one.yml", null, own, new BatchShard(1, 3))]));

        var build = play.Started.ShouldHaveSingleItem();
        (build.Settings.SourceVersion, build.Settings.Source.Buildspec).ShouldBe(("abc", "ci/one.yml"));
        var environment = build.Settings.Environment;
        (environment.Image, environment.PrivilegedMode, environment.ComputeType).ShouldBe(("debian", true, ComputeType.BUILD_GENERAL1_LARGE));
        environment.EnvironmentVariables!.Select(variable => $"{variable.Name}={variable.Value}").ShouldBe(["A=1"]);
        build.Batch.ShouldBe(new BatchMember("batch", "one", new BatchShard(1, 3)));
    }

    private sealed class Play
    {
        private readonly Dictionary<string, BuildRecord> _builds = [];
        private readonly List<string> _log = [];
        private readonly BatchPlan? _plan;

        public Play(string? plan, BatchRestrictions? restrictions = null, bool losesStarts = false)
            : this(plan is null ? null : Read(plan), restrictions, losesStarts)
        {
        }

        public Play(BatchPlan? plan, BatchRestrictions? restrictions = null, bool losesStarts = false)
        {
            _plan = plan;
            Batch = new BatchRecord
            {
                BatchId = "batch", ProjectName = "web", Number = 1, Status = BuildStatus.InProgress, Initiator = "me", Settings = UnnamedProject.Settings, Output = new ObjectRef("sluice", "codebuild/builds/batch"),
                SubmittedAt = Noon, PlanBuildId = "plan", Config = new ProjectBuildBatchConfig { Restrictions = restrictions },
            };
            Change(static batch => batch);
            _builds["plan"] = _builds["plan"] with { Status = plan is null ? BuildStatus.Failed : BuildStatus.Succeeded, Message = "DOWNLOAD_SOURCE: no batch", ResolvedSourceVersion = "abc" };
            _log.Clear();
            LosesStarts = losesStarts;
            Change(static batch => batch);
        }

        public BatchRecord Batch { get; private set; }

        public string Log => string.Join(' ', _log);

        public bool LosesStarts { get; set; }

        public List<BuildRecord> Started { get; } = [];

        /// <param name="identifier">Null for the build that combines.</param>
        /// <param name="status">How it ends.</param>
        /// <param name="output">What a pipeline is handed of it.</param>
        public void End(string? identifier, BuildStatus status, string? output = null)
        {
            var build = _builds.Values.Single(build => build.Batch!.Identifier == identifier && !build.HasEnded());
            _builds[build.BuildId] = build with
            {
                Status = status,
                Message = status == BuildStatus.Failed ? "no space" : null,
                Artifacts = [new StoredArtifact(null, new ObjectRef("artifacts", $"{identifier}.zip"), null, null)],
                OutputArtifacts = output is null ? new Dictionary<string, ObjectRef>() : new Dictionary<string, ObjectRef> { [output] = new ObjectRef("artifacts", $"{output}.json") },
            };
            Change(static batch => batch);
        }

        public void Change(Func<BatchRecord, BatchRecord> change)
        {
            var before = Batch.HasEnded();
            var decision = BatchDecision.Advance(change(Batch), new BatchState(_builds, _plan), Noon);
            Batch = decision.Record;
            foreach (var build in decision.Answer.Start)
            {
                _log.Add($"{NameOf(build)}+");
                Started.AddRange(build.IsPlan() ? [] : [build]);
                if (!LosesStarts)
                {
                    _builds[build.BuildId] = build;
                }
            }

            _log.AddRange(decision.Answer.Stop.Select(stopped => $"{NameOf(_builds[stopped])}-"));
            if (Batch.HasEnded() && !before)
            {
                _log.Add(Platform.Json.WireNames.WireName(Batch.Status));
            }
        }

        private static string? NameOf(BuildRecord build) => build.Batch!.Combines ? "combine" : build.Batch.Identifier;

        /// <summary>Builds divided by semicolons; after an identifier '?' ignores its failure, and '&lt;' is before what it depends on.</summary>
        private static BatchPlan Read(string text)
        {
            var isFast = text.StartsWith("fast: ", StringComparison.Ordinal);
            var builds = (isFast ? text["fast: ".Length..] : text).Split("; ").Select(build =>
            {
                var parts = build.Split('<');
                return new BatchBuild(parts[0].TrimEnd('?'), parts.Length > 1 ? parts[1].Split(',') : [], parts[0].EndsWith('?'), null, null, BatchEnvironment.AsProject, null);
            });
            return new BatchPlan(BatchKind.Graph, isFast, [.. builds]);
        }
    }
}
