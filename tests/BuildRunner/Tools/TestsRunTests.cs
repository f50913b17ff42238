using Sluice.BuildContract.Batches;

namespace Sluice.BuildRunner.Tests.Tools;

/// <summary>codebuild-tests-run, called as a buildspec calls it.</summary>
public sealed class TestsRunTests
{
    private const string Run = "codebuild-tests-run --files-search \"codebuild-glob-search 'tests/*'\" --test-command 'printf \"<%s>\"'";

    [Theory]
    [InlineData(null, 0, "<tests/a><tests/b><tests/c d><tests/e'f>", "shard 1 of 1: 4 of 4 test files")]
    [InlineData("equal-distribution", 3, "<tests/a><tests/b>", "shard 1 of 3: 2 of 4 test files")]
    [InlineData("stability", 2, null, "shard 1 of 2: ")]
    public async Task The_files_of_the_shard_are_appended_to_the_command(string? strategy, int count, string? expected, string told)
    {
        await using var fixture = With(count == 0 ? null : new BatchShard(0, count));

        var (status, output, error) = await fixture.RunAsync($"{Run} {(strategy is null ? "" : $"--sharding-strategy {strategy}")}");

        status.ShouldBe(0, error);
        output.ShouldBe(expected ?? output);
        error.ShouldStartWith($"codebuild-tests-run: {told}");
    }

    [Theory]
    [InlineData("sh")]
    [InlineData("bash")]
    public async Task Shards_share_all_files_and_the_variable_has_them_line_by_line(string shell)
    {
        var all = new List<string>();
        for (var index = 0; index < 3; index++)
        {
            await using var fixture = With(new BatchShard(index, 3));
            var (status, output, error) = await fixture.RunAsync(
                "codebuild-tests-run --files-search 'ls tests/*' --sharding-strategy=stability --test-command 'printf \"%s\\n\" \"$CODEBUILD_CURRENT_SHARD_FILES\"; : '", shell);
            status.ShouldBe(0, error);
            all.AddRange(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }

        all.Order(StringComparer.Ordinal).ShouldBe(["tests/a", "tests/b", "tests/c d", "tests/e'f"]);
    }

    [Fact]
    public async Task Past_durations_divide_the_work()
    {
        await using var fixture = With(new BatchShard(1, 2));
        fixture.Source.Write("times.json", """{"tests/a": 10, "tests/b": 1, "tests/c d": 2}""");

        var (status, output, error) = await fixture.RunAsync($"{Run} --sharding-strategy duration --durations times.json");

        (status, output).ShouldBe((0, "<tests/b><tests/c d><tests/e'f>"), error);
    }

    [Theory]
    [InlineData(0, "<tests/a>")]
    [InlineData(1, "<tests/b><tests/c d><tests/e'f>")]
    public async Task Without_a_file_of_them_they_are_those_of_the_projects_reports(int index, string expected)
    {
        await using var fixture = Filled(new ToolFixture(new BatchShard(index, 2), past: new() { ["tests.a.TestA"] = 10, ["tests/b"] = 1, ["tests.c d"] = 2 }));

        var (status, output, error) = await fixture.RunAsync($"{Run} --sharding-strategy duration");

        (status, output).ShouldBe((0, expected), error);
    }

    [Fact]
    public async Task A_shard_without_files_has_nothing_to_run()
    {
        await using var fixture = With(new BatchShard(7, 8));

        (await fixture.RunAsync(Run)).ShouldBe((0, "", "codebuild-tests-run: shard 8 of 8: 0 of 4 test files; there is nothing to run\n"));
    }

    [Theory]
    [InlineData("--files-search 'ls tests/a' --test-command 'sh -c \"exit 7\"'", 7, "shard 1 of 1: 1 of 1 test files\n")]
    [InlineData("--files-search 'exit 3' --test-command 'true'", 3, "--files-search has failed with exit status 3.")]
    [InlineData("--files-search 'true' --test-command 'true'", 1, "no test files were found by: true")]
    [InlineData("--files-search 'ls' --test-command 'true' --sharding-strategy duration --durations none.json", 2, "'none.json' cannot be read: ")]
    [InlineData("--files-search 'ls' --test-command 'true' --sharding-strategy duration --durations bad.json", 2, "'bad.json' is not valid; expected a JSON object of test files and their seconds.")]
    public async Task What_goes_wrong_is_the_status_of_the_build(string arguments, int expected, string fault)
    {
        await using var fixture = With(null);
        fixture.Source.Write("bad.json", """{"a": -1}""");

        var (status, _, error) = await fixture.RunAsync($"codebuild-tests-run {arguments}");

        status.ShouldBe(expected, error);
        error.ShouldContain(fault);
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_arguments_is_told_at_once()
    {
        await using var fixture = With(null);

        var (status, output, error) = await fixture.RunAsync("codebuild-tests-run --test-comand x more --files-search '' --sharding-strategy stabilty --durations");

        (status, output).ShouldBe((2, ""));
        error.ShouldBe("""
            codebuild-tests-run: '--test-comand' is not known; did you mean '--test-command'?
            'more' is not known
            --durations has no value
            --test-command is missing; expected a command
            --files-search is missing; expected a command
            --sharding-strategy is one of equal-distribution, stability, duration, not 'stabilty'; did you mean 'stability'?
            codebuild-tests-run --test-command COMMAND --files-search COMMAND [--sharding-strategy equal-distribution|stability|duration] [--durations FILE]

            """);
    }

    [Fact]
    public async Task A_list_that_no_variable_can_hold_is_run_without_it()
    {
        await using var fixture = new ToolFixture();

        var (status, output, error) = await fixture.RunAsync(
            """codebuild-tests-run --files-search 'seq -f a-rather-long-name-of-a-test-file-%.0f.js 5000' --test-command "sh -c 'echo \${CODEBUILD_CURRENT_SHARD_FILES-unset} \$#' sh" """);

        (status, output).ShouldBe((0, "unset 5000\n"), error);
        error.ShouldContain("5000 of 5000 test files; CODEBUILD_CURRENT_SHARD_FILES is not set, they are more than a variable can hold");
    }

    private static ToolFixture With(BatchShard? shard) => Filled(new ToolFixture(shard));

    private static ToolFixture Filled(ToolFixture fixture)
    {
        foreach (var name in new[] { "a", "b", "c d", "e'f" })
        {
            fixture.Source.Write($"tests/{name}", "");
        }

        return fixture;
    }
}
