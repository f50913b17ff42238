using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.EndToEnd;

public sealed class ReleaseTests(SamplePackages packages) : IDisposable
{
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task Ships_a_fix_right_after_a_rollback_and_knows_when_there_is_nothing_to_shift()
    {
        _repository.CommitPackage(packages.Good);
        var first = await ReleaseAsync();
        first.Exit.ShouldBe(0, first.Said);
        first.Outcome.ShouldBe("Succeeded");

        _repository.CommitPackage(packages.Faulty);
        var faulty = await ReleaseAsync();
        faulty.Exit.ShouldBe(3, faulty.Said);
        faulty.Outcome.ShouldBe("RolledBack");
        ((double?)faulty.Summary["alarmToRestoredMs"]).ShouldNotBeNull();

        _repository.CommitPackage(packages.Better);
        var better = await ReleaseAsync();
        better.Exit.ShouldBe(0, better.Said);
        better.Outcome.ShouldBe("Succeeded");

        var again = await ReleaseAsync();
        again.Exit.ShouldBe(0, again.Said);
        ((string?)again.Summary["message"]).ShouldNotBeNull().ShouldContain("othing to shift");
    }

    [Fact]
    public async Task A_first_version_that_cannot_start_is_failed()
    {
        _repository.CommitPackage(packages.Broken);
        var broken = await ReleaseAsync();
        broken.Exit.ShouldBe(4, broken.Said);
        broken.Outcome.ShouldBe("Failed");
    }

    [Fact]
    public async Task A_build_that_fails_is_failed()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases:\n  build:\n    commands:\n      - exit 7\nartifacts:\n  files:\n    - \"**/*\"\n").CommitPackage(packages.Good);
        var failed = await ReleaseAsync();
        failed.Exit.ShouldBe(4, failed.Said);
        failed.Said.ShouldContain("exit 7");
    }

    [Fact]
    public async Task All_missing_files_are_listed_with_an_example_each()
    {
        _repository.Delete("buildspec.yml").Delete("appspec.yml").CommitPackage(packages.Good);
        var (exit, output, errors) = await SluiceProcess.RunAsync("release", "--repository", _repository.Path, "--data", _repository.Data);
        exit.ShouldBe(2, output + errors);
        errors.ShouldContain("no buildspec.yml and no appspec.yml");
        errors.ShouldContain("A minimal buildspec.yml:");
        errors.ShouldContain("A minimal appspec.yml");
    }

    [Fact]
    public async Task Ctrl_C_in_mid_canary_rolls_back()
    {
        _repository.CommitPackage(packages.Good);
        (await ReleaseAsync()).Exit.ShouldBe(0);
        _repository.CommitPackage(packages.Better);
        await using var release = SluiceProcess.Start("release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:60s");
        await release.LineAsync("10 %");
        // As Ctrl-C; SIGINT itself is ignored by what a shell starts in the background, where tests may run.
        await release.SignalAsync("TERM");
        (await release.ExitAsync()).ShouldBe(3, release.Output + release.Errors);
        release.Output.ShouldContain("RolledBack");
    }

    [Fact]
    public async Task Says_what_a_killed_release_left_that_goes_on_beside_it()
    {
        _repository.CommitPackage(packages.Good);
        (await ReleaseAsync()).Exit.ShouldBe(0);
        _repository.CommitPackage(packages.Better);
        await using (var killed = SluiceProcess.Start("release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:60s"))
        {
            await killed.LineAsync("10 %");
            killed.KillHard();
        }

        await using var next = SluiceProcess.Start("release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:60s");
        (await next.LineAsync("Goes on")).ShouldMatch(@"Goes on     repository/[\w-]+, deployment d-\w+, InProgress");
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_leaves_no_pipeline()
    {
        _repository.CommitPackage(packages.Good);
        var (exit, output, errors) = await SluiceProcess.RunAsync("release", "--repository", _repository.Path, "--data", _repository.Data, "--branch", "nope");
        exit.ShouldBe(2, output + errors);
        errors.ShouldStartWith($"The repository '{_repository.Path}' has no branch 'nope'. Its HEAD is 'main'");
        output.ShouldBeEmpty();
        (await SluiceProcess.RunAsync("release", "--repository", _repository.Data, "--data", _repository.Data)).Errors.ShouldBe($"The folder '{_repository.Data}' is no git repository.");
    }

    [Theory]
    [InlineData("release")]
    [InlineData("release", "--repository", "/nowhere/at/all")]
    [InlineData("release", "--repository", ".", "--nope")]
    [InlineData("release", "--repository", ".", "--steps", "90:5s,10:5s")]
    [InlineData("release", "--repository", ".", "--payload", "{")]
    [InlineData("release", "--repository", ".", "--hook-timeout", "2h")]
    [InlineData("release", "--repository", ".", "--too-few", "perhaps")]
    [InlineData("release", "--repository", ".", "--too-few-wait", "long")]
    [InlineData("release", "--repository", ".", "--alarm", "none", "--too-few", "fail")]
    [InlineData("serve", "--steps", "10:5s")]
    [InlineData("serve", "--branch", "main")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("serve", "--data", "/dev/null/data")]
    [InlineData("nonsense")]
    public async Task Wrong_usage_says_so_and_exits_2(params string[] arguments)
    {
        var (exit, output, errors) = await SluiceProcess.RunAsync(arguments);
        exit.ShouldBe(2, output + errors);
        output.ShouldBeEmpty();
        errors.ShouldNotBeEmpty();
        errors.ShouldNotContain("   at ");
    }

    public void Dispose() => _repository.Dispose();

    private async Task<(int Exit, string? Outcome, JsonObject Summary, string Said)> ReleaseAsync()
    {
        var (exit, output, errors) = await SluiceProcess.RunAsync(
            "release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:2s,50:2s", "--rate", "60", "--json");
        var summary = (JsonObject)JsonNode.Parse(output.Length > 0 ? output : throw new InvalidOperationException($"No summary, exit {exit}.\n{errors}"))!;
        return (exit, (string?)summary["outcome"], summary, output + errors);
    }
}
