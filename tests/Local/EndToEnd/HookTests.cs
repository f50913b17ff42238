namespace Sluice.Local.Tests.EndToEnd;

public sealed class HookTests : IDisposable
{
    private readonly HookRepository _repository = new();

    [Fact]
    public async Task Hooks_decide_before_and_after_traffic()
    {
        var first = await _repository.ReleaseAsync("Succeeded", "Succeeded");
        first.Exit.ShouldBe(0, first.Said);

        var refused = await _repository.ReleaseAsync("Failed", "Succeeded");
        refused.Exit.ShouldBe(4, refused.Said);
        refused.Said.ShouldContain("Stop        hook check-before (BeforeAllowTraffic) reported Failed");
        refused.Said.ShouldContain("Deploy      Failed: no traffic was moved");
        refused.Said.ShouldNotContain("Traffic ", Case.Sensitive);

        var takenBack = await _repository.ReleaseAsync("Succeeded", "Failed");
        takenBack.Exit.ShouldBe(3, takenBack.Said);
        takenBack.Said.ShouldContain("Stop        hook check-after (AfterAllowTraffic) reported Failed");
        takenBack.Said.ShouldContain("Deploy      RolledBack: fn:live sends 100 % to version 1 again");
    }

    [Fact]
    public async Task A_hook_that_fails_or_never_reports_ends_the_release()
    {
        (await _repository.ReleaseAsync("Succeeded", "Succeeded")).Exit.ShouldBe(0);

        var failed = await _repository.ReleaseAsync("throw", "Succeeded");
        failed.Exit.ShouldBe(4, failed.Said);
        failed.Said.ShouldContain("hook check-before (BeforeAllowTraffic) failed: the page is blank (SmokeTestFailed)");

        var silent = await _repository.ReleaseAsync("Succeeded", "", hookTimeout: "10s");
        silent.Exit.ShouldBe(3, silent.Said);
        silent.Said.ShouldContain("hook check-after (AfterAllowTraffic) did not report within 10 s");
    }

    [Fact]
    public async Task The_first_report_counts_and_later_or_unknown_ones_are_refused()
    {
        var release = await _repository.ReleaseAsync("Fine\nSucceeded\nSucceeded\nFailed", "Succeeded");
        release.Exit.ShouldBe(0, release.Said);
        var log = string.Join('\n', Directory.EnumerateFiles(Path.Combine(_repository.Data, "cloud", "logs", "functions"), "check-before*", SearchOption.AllDirectories).Select(File.ReadAllText));
        log.ShouldContain("Fine: 400");
        log.ShouldContain("InvalidLifecycleEventHookExecutionStatusException");
        log.ShouldContain("Failed: 400");
        log.ShouldContain("LifecycleEventAlreadyCompletedException");
    }

    [Fact]
    public async Task A_hook_that_is_nobodys_is_refused_before_any_change()
    {
        using var repository = new HookRepository(before: "nobody");
        var refused = await repository.ReleaseAsync("Succeeded", "Succeeded");
        refused.Exit.ShouldBe(4, refused.Said);
        refused.Said.ShouldContain("nobody");
        Directory.EnumerateFiles(Path.Combine(repository.Data, "cloud", "functions", "definitions"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose() => _repository.Dispose();
}
