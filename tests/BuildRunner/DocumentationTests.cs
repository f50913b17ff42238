using System.Text;
using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildRunner.Buildspecs;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests;

/// <summary>The examples in docs/builds.md, run as a reader would.</summary>
public sealed class DocumentationTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task The_dotnet_example_builds_a_function()
    {
        _fixture.Timeout = TimeSpan.FromMinutes(5);
        _fixture.Repository.Write("src/hello.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        _fixture.Repository.Write("src/Program.cs", "System.Console.WriteLine(\"hello\");");

        var result = await _fixture.BuildAsync(Example("dotnet"), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        EntriesOf(_fixture.Manifest(result).Primary!).ShouldContain("hello.runtimeconfig.json");
    }

    [Fact]
    public async Task The_script_example_tests_and_hands_on_two_packages_and_a_variable()
    {
        _fixture.Repository.Write("bootstrap", "echo @version@\n");
        _fixture.Repository.Write("test.sh", "grep -q @version@ bootstrap\n");
        _fixture.Repository.Write("hooks/before-traffic/bootstrap", "exit 0\n");

        var result = await _fixture.BuildAsync(Example("script"), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        result.ExportedVariables["VERSION"].ShouldBe("1.0.7");
        var manifest = _fixture.Manifest(result);
        EntriesOf(manifest.Primary!).ShouldBe(["bootstrap"]);
        EntriesOf(manifest.Secondary["before-traffic"]).ShouldBe(["bootstrap"]);
    }

    [Fact]
    public async Task The_failure_example_goes_on_and_cleans_up()
    {
        var result = await _fixture.BuildAsync(Example("failure"), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Failed);
        _fixture.Log.ShouldContain("\nsucceeding is 0\n");
        _fixture.Log.ShouldContain("\ncleaning up\n");
        BuildFixture.Phases(result).ShouldContain("INSTALL!FAILED PRE_BUILD BUILD POST_BUILD");
    }

    [Fact]
    public async Task The_report_example_is_told_as_the_page_says()
    {
        _fixture.Repository.Write("test.sh", """
            mkdir -p results/one results/two
            echo '<testsuite name="one"><testcase name="a" time="0.5"/><testcase name="b" time="1"/></testsuite>' > results/one/a.xml
            echo '<testsuite name="two"><testcase name="c"><failure message="no"/></testcase></testsuite>' > results/two/a.xml
            cat > coverage.xml <<'END'
            <coverage line-rate="0.75"><packages><package><classes><class filename="a.py"><lines>
            <line number="1" hits="1"/><line number="2" hits="1" branch="true" condition-coverage="50% (1/2)"/><line number="3" hits="4"/><line number="4" hits="0"/>
            </lines></class></classes></package></packages></coverage>
            END
            """);

        var result = await _fixture.BuildAsync(Example("reports"), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        foreach (var line in DocsPage.Read("builds.md").Blocks("text reports").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            _fixture.Log.Split('\n').ShouldContain(line);
        }
    }

    [Theory]
    [InlineData("batch-graph", "build>; test>build; lint>; publish>test,lint")]
    [InlineData("batch-matrix", "node_20_alpha>; node_20_beta>; node_22_alpha>; node_22_beta>")]
    [InlineData("tests-run", "build_fanout_shard_1>; build_fanout_shard_2>")]
    public void The_batch_examples_make_these_builds(string name, string builds) =>
        string.Join("; ", BatchPlanner.Plan("buildspec.yml", Encoding.UTF8.GetBytes(Example(name))).Builds.Select(build => $"{build.Identifier}>{string.Join(',', build.DependsOn)}")).ShouldBe(builds);

    [Fact]
    public async Task The_example_of_divided_tests_runs_its_part()
    {
        _fixture.Repository.Write("tests/a.sh", "");
        _fixture.Repository.Write("tests/deep/b.sh", "");
        _fixture.Repository.Write("tests/deep/c.sh", "");
        _fixture.Shard = new BatchShard(0, 2);

        var result = await _fixture.BuildAsync(Example("tests-run"), TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\ncodebuild-tests-run: shard 1 of 2: 2 of 3 test files\ntested tests/a.sh\ntested tests/deep/b.sh\n");
        _fixture.Log.ShouldNotContain("tests/deep/c.sh");
    }

    [Fact]
    public async Task The_cached_example_tries_again_and_begins_with_what_was_kept()
    {
        _fixture.Repository.Write("deps.lock", "1");
        _fixture.Repository.Write("fetch.sh", "test -e $1 && echo kept && exit; test -e tried || { touch tried; echo connection timed out; exit 1; }; mkdir $1; echo dependency > $1/a\n");
        _fixture.Repository.Write("buildspec.yml", Example("cached"));
        var job = _fixture.JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() }) with { Cache = new JobCache(null, "", "shop") };

        (await _fixture.RunAsync(job, TestContext.Current.CancellationToken)).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        (await _fixture.RunAsync(job, TestContext.Current.CancellationToken)).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

        _fixture.Log.ShouldContain("Retrying the phase (1 of 2)");
        _fixture.Log.ShouldContain("restored from 'key-deps-1'");
        _fixture.Log.ShouldContain("\nkept\n");
    }

    public void Dispose() => _fixture.Dispose();

    private static string Example(string name) => DocsPage.Read("builds.md").Blocks($"yaml buildspec={name}").Single();

    private IReadOnlyList<string> EntriesOf(Platform.Artifacts.ArtifactZip artifact)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(_fixture.Objects[artifact.Location]));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
