using System.Text;
using System.Text.Json;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Buildspecs;
using Sluice.Platform.Documents;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Tests.Buildspecs.Batches;

public sealed class BatchSectionTests
{
    [Fact]
    public void A_graph_comes_in_the_order_in_which_it_can_run()
    {
        var plan = Plan("""
            fast-fail: true
            build-graph:
              - {identifier: deploy, depend-on: [test, lint], ignore-failure: true, buildspec: deploy.yml, debug-session: yes}
              - {identifier: lint, depend-on: build}
              - identifier: test
                depend-on: [build, build]
                env: {compute-type: BUILD_GENERAL1_LARGE, image: 'aws/codebuild/standard:7.0', type: LINUX_CONTAINER, privileged-mode: true, variables: {A: 1, B: two}}
              - {identifier: build, env: {fleet: mine}}
            """);

        (plan.Kind, plan.FastFail).ShouldBe((BatchKind.Graph, true));
        plan.Builds.Select(build => build.Identifier).ShouldBe(["build", "test", "lint", "deploy"]);
        plan.Builds[1].DependsOn.ShouldBe(["build"]);
        var deploy = plan.Builds[3];
        (deploy.IgnoreFailure, deploy.Buildspec, deploy.DebugSession, deploy.Shard).ShouldBe((true, "deploy.yml", true, null));
        deploy.Environment.ShouldBe(BatchEnvironment.AsProject);
        var test = plan.Builds[1].Environment;
        (test.ComputeType, test.Image, test.Type, test.PrivilegedMode, test.Fleet).ShouldBe(("BUILD_GENERAL1_LARGE", "aws/codebuild/standard:7.0", "LINUX_CONTAINER", true, null));
        test.Variables.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "two" });
        plan.Builds[0].Environment.Fleet.ShouldBe("mine");
    }

    [Fact]
    public void A_list_comes_as_it_is()
    {
        var plan = Plan("build-list: [{identifier: b}, {identifier: a, ignore-failure: yes}]");

        (plan.Kind, plan.FastFail).ShouldBe((BatchKind.List, false));
        plan.Builds.Select(build => (build.Identifier, build.IgnoreFailure)).ShouldBe([("b", false), ("a", true)]);
    }

    [Fact]
    public void A_matrix_makes_one_build_for_each_combination()
    {
        var plan = Plan("""
            build-matrix:
              static: {ignore-failure: true, env: {type: LINUX_CONTAINER, privileged-mode: true, variables: {COMMON: x}}}
              dynamic:
                buildspec: [matrix1.yml, matrix2.yml]
                env:
                  compute-type: [BUILD_GENERAL1_SMALL]
                  image: ['aws/codebuild/standard:7.0', 'node:22']
                  variables: {MY_VAR: [1, 2]}
            """);

        plan.Kind.ShouldBe(BatchKind.Matrix);
        plan.Builds.Select(build => build.Identifier).ShouldBe(
        [
            "matrix1_yml_aws_codebuild_standard_7_0_1", "matrix1_yml_aws_codebuild_standard_7_0_2", "matrix1_yml_node_22_1", "matrix1_yml_node_22_2",
            "matrix2_yml_aws_codebuild_standard_7_0_1", "matrix2_yml_aws_codebuild_standard_7_0_2", "matrix2_yml_node_22_1", "matrix2_yml_node_22_2",
        ]);
        plan.Builds.ShouldAllBe(build => build.IgnoreFailure && build.Environment.Type == "LINUX_CONTAINER" && build.Environment.PrivilegedMode == true && build.Environment.ComputeType == "BUILD_GENERAL1_SMALL");
        var last = plan.Builds[^1];
        (last.Buildspec, last.Environment.Image).ShouldBe(("matrix2.yml", "node:22"));
        last.Environment.Variables.ShouldBe(new Dictionary<string, string> { ["COMMON"] = "x", ["MY_VAR"] = "2" });
    }

    [Theory]
    [InlineData("{V: ['a b', a-b, 'ü', '']}", "a_b", "a_b_2", "build", "build_2")]
    [InlineData("{V: [one]}", "build")]
    public void Names_of_a_matrix_are_made_unique(string variables, params string[] expected) =>
        Plan($"build-matrix: {{dynamic: {{env: {{variables: {variables}}}}}}}").Builds.Select(build => build.Identifier).ShouldBe(expected);

    [Fact]
    public void Long_names_of_a_matrix_are_cut_and_still_unique()
    {
        var builds = Plan($"build-matrix: {{dynamic: {{env: {{variables: {{V: [{new string('a', 200)}, {new string('a', 201)}]}}}}}}}}").Builds;

        builds.Select(build => build.Identifier.Length).ShouldBe([128, 126]);
        builds.Select(build => build.Identifier).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_fanout_makes_shards()
    {
        var plan = Plan("build-fanout: {parallelism: 3, ignore-failure: true}");

        plan.Kind.ShouldBe(BatchKind.Fanout);
        plan.Builds.Select(build => (build.Identifier, build.Shard, build.IgnoreFailure)).ShouldBe(
            [("build_fanout_shard_1", new BatchShard(0, 3), true), ("build_fanout_shard_2", new BatchShard(1, 3), true), ("build_fanout_shard_3", new BatchShard(2, 3), true)]);
    }

    [Theory]
    [InlineData("{}", "3: batch: expected one of build-graph, build-list, build-matrix, build-fanout, not none")]
    [InlineData("{build-list: [{identifier: a}], build-fanout: {parallelism: 2}}", "batch: expected one of build-graph, build-list, build-matrix, build-fanout, not 2 of them")]
    [InlineData("{build-lst: [{identifier: a}]}", "batch.build-lst: is not known here; did you mean 'build-list'?")]
    [InlineData("{fast-fail: maybe, build-list: [{identifier: a}]}", "batch.fast-fail: true, false, yes or no was expected")]
    [InlineData("{build-list: []}", "batch.build-list: is empty; expected a list of builds, each with an identifier")]
    [InlineData("{build-list: [{buildspec: a.yml}]}", "batch.build-list[0].identifier: is missing")]
    [InlineData("{build-list: [{identifier: a-b}]}", "batch.build-list[0].identifier: 'a-b' is no identifier; expected 1 to 128 letters, digits and _")]
    [InlineData("{build-list: [{identifier: a}, {identifier: b}, {identifier: a}]}", "batch.build-list[2].identifier: 'a' is there twice")]
    [InlineData("{build-list: [{identifier: a, depend-on: [b]}]}", "batch.build-list[0].depend-on: in a build-list all builds run side by side; in a build-graph they can depend on each other")]
    [InlineData("{build-graph: [{identifier: build_a}, {identifier: b, depend-on: [build-a]}]}", "batch.build-graph[1].depend-on: there is no build 'build-a'; did you mean 'build_a'?")]
    [InlineData("{build-graph: [{identifier: a, depend-on: [a]}]}", "batch.build-graph: builds wait for each other: a -> a")]
    [InlineData("{build-graph: [{identifier: x, depend-on: [a]}, {identifier: a, depend-on: [b]}, {identifier: b, depend-on: [c]}, {identifier: c, depend-on: [a]}]}", "batch.build-graph: builds wait for each other: a -> b -> c -> a")]
    [InlineData("{build-graph: [{identifier: a, env: {compute-type: X, fleet: f}}]}", "batch.build-graph[0].env.fleet: and compute-type exclude each other")]
    [InlineData("{build-graph: [{identifier: a, env: {variables: {A-B: c}}}]}", "batch.build-graph[0].env.variables: 'A-B' is no variable's name")]
    [InlineData("{build-list: [{identifier: a, env: {variables: {CODEBUILD_X: c}}}]}", "'CODEBUILD_X' cannot be set")]
    [InlineData("{build-list: [{identifier: a, env: {computetype: x}}]}", "batch.build-list[0].env.computetype: is not known here; did you mean 'compute-type'?")]
    [InlineData("{build-matrix: {}}", "batch.build-matrix.dynamic: is missing")]
    [InlineData("{build-matrix: {dynamic: {}}}", "batch.build-matrix.dynamic: is empty; expected lists of values")]
    [InlineData("{build-matrix: {dynamic: {env: {image: []}}}}", "batch.build-matrix.dynamic.env.image: is empty; expected a list of values")]
    [InlineData("{build-matrix: {dynamic: {env: {variables: {CODEBUILD_X: [a]}}}}}", "'CODEBUILD_X' cannot be set")]
    [InlineData("{build-matrix: {dynamic: {env: {type: [a]}}}}", "batch.build-matrix.dynamic.env.type: is not known here")]
    [InlineData("{build-fanout: {}}", "batch.build-fanout.parallelism: is missing; expected a whole number from 1 to 100")]
    [InlineData("{build-fanout: {parallelism: 101}}", "batch.build-fanout.parallelism: a whole number from 1 to 100 was expected, not '101'")]
    public void What_is_wrong_is_refused_with_its_place(string batch, string fault) =>
        Should.Throw<InvalidDocumentException>(() => BatchPlanner.Plan("buildspec.yml", Encoding.UTF8.GetBytes($"version: 0.2\nphases: {{}}\nbatch: {batch}"))).Message.ShouldContain(fault);

    [Fact]
    public void More_than_a_hundred_builds_are_refused()
    {
        var list = string.Join(", ", Enumerable.Range(0, 101).Select(n => $"{{identifier: b{n}, depend-on: [b{n + 1}]}}"));
        var values = $"[{string.Join(", ", Enumerable.Range(0, 1000))}]";

        Should.Throw<InvalidDocumentException>(() => Plan($"build-graph: [{list}]")).Message.ShouldContain("batch.build-graph: makes 101 builds; a batch has 100 at most");
        Should.Throw<InvalidDocumentException>(() => Plan($"build-matrix: {{dynamic: {{env: {{image: {values}, variables: {{A: {values}, B: {values}, C: {values}}}}}}}}}"))
            .Message.ShouldContain("batch.build-matrix.dynamic: makes 1000000000000 builds (1000 x 1000 x 1000 x 1000); a batch has 100 at most");
        Plan($"build-graph: [{string.Join(", ", Enumerable.Range(0, 100).Select(n => $"{{identifier: b{n}{(n < 99 ? $", depend-on: [b{n + 1}]" : "")}}}"))}]").Builds[0].Identifier.ShouldBe("b99");
    }

    [Fact]
    public void All_faults_come_at_once() =>
        Should.Throw<InvalidDocumentException>(() => Plan("build-graph: [{identifier: 'a b'}, {identifier: c, depend-on: [d]}, {identifier: c, env: {variables: {1: x}}, wrong: 1}]")).Faults.Count.ShouldBe(5);

    [Fact]
    public void Builds_with_buildspecs_of_their_own_need_no_phases() =>
        BatchPlanner.Plan("b.yml", "version: 0.2\nbatch: {build-list: [{identifier: a, buildspec: a.yml}]}"u8).Builds.ShouldHaveSingleItem();

    [Fact]
    public void A_buildspec_without_a_batch_is_none_for_a_batch() =>
        Should.Throw<SourceException>(() => BatchPlanner.Plan("b.yml", "version: 0.2\nphases: {build: {commands: [a]}}"u8)).Code.ShouldBe("BATCH_SPEC_VALIDATION_ERROR");

    [Fact]
    public void A_plan_is_the_same_after_it_was_stored()
    {
        var plan = Plan("build-graph: [{identifier: a}, {identifier: b, depend-on: [a], env: {variables: {A: b}}}]");
        var stored = JsonSerializer.Serialize(plan, SluiceJson.Options);

        stored.ShouldStartWith("""{"kind":"build-graph","fastFail":false,"builds":[{"identifier":"a","dependsOn":[],"ignoreFailure":false,"environment":{"variables":{}}},""");
        JsonSerializer.Serialize(JsonSerializer.Deserialize<BatchPlan>(stored, SluiceJson.Options), SluiceJson.Options).ShouldBe(stored);
    }

    [Fact]
    public void A_damaged_batch_is_read_or_refused()
    {
        const string whole = "version: 0.2\nphases: {}\nbatch:\n  fast-fail: true\n  build-graph:\n    - identifier: a\n    - {identifier: b, depend-on: [a], env: {variables: {A: b}, image: x}}\n  build-matrix: {static: {env: {type: x}}, dynamic: {env: {variables: {A: [b, c]}}}}\n";
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(whole);
            for (var j = 0; j <= i % 4; j++)
            {
                text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), whole[random.Next(whole.Length)]);
            }

            var outcome = Record.Exception(() => BatchPlanner.Plan("buildspec.yml", Encoding.UTF8.GetBytes(text.ToString())));
            (outcome is null or InvalidDocumentException or SourceException).ShouldBeTrue($"{text}: {outcome}");
        }
    }

    private static BatchPlan Plan(string batch) =>
        BatchPlanner.Plan("buildspec.yml", Encoding.UTF8.GetBytes($"version: 0.2\nphases: {{build: {{commands: [make]}}}}\nbatch:\n  {batch.ReplaceLineEndings("\n  ")}\n"));
}
