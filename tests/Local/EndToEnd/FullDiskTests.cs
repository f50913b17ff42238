using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Local.Tests.Host.Storage;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The disk of the data folder fills up in the first step of a canary.</summary>
public sealed partial class FullDiskTests(SamplePackages packages) : IDisposable
{
    private readonly ReleaseRepository _repository = new();
    private readonly SmallDisk _disk = SmallDisk.Mount();
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Requests_are_answered_by_processes_started_anew_and_the_deployment_waits_until_writes_work()
    {
        await using var release = await InTheFirstStepAsync();
        var url = Invocations().Match(release.Output).Value;
        _disk.Fill();
        EndFunctions();

        // The bake's three seconds are over meanwhile.
        await AnswersAsync(url, TimeSpan.FromSeconds(8));
        (await _http.GetStringAsync(new Uri(new Uri(url), "/"), TestContext.Current.CancellationToken)).ShouldContain("The data folder takes no writes since");
        release.Errors.Split('\n').Where(line => line.StartsWith("A write to the data folder", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("the disk is full");
        release.Output.ShouldNotContain("50 %", customMessage: release.Output);

        _disk.Free();
        (await release.ExitAsync()).ShouldBe(0, release.Output + release.Errors);
        release.Errors.ShouldContain("work again");
        release.Output.ShouldContain("50 %");
    }

    [Fact]
    public async Task A_stop_on_a_full_disk_takes_traffic_back_in_the_space_that_is_kept_for_it()
    {
        await using var release = await InTheFirstStepAsync("60s");
        _disk.Fill();

        await release.SignalAsync("TERM");

        (await release.ExitAsync()).ShouldBe(3, release.Output + release.Errors);
    }

    [Fact]
    public async Task A_stop_that_cannot_be_recorded_says_so_and_the_next_start_carries_it_out()
    {
        await using (var release = await InTheFirstStepAsync("60s"))
        {
            File.Delete(Path.Combine(_disk.Path, "reserve"));
            _disk.Fill();
            await release.SignalAsync("TERM");

            (await release.ExitAsync()).ShouldBe(6, release.Output + release.Errors);
            release.Errors.ShouldContain("the stop could not be recorded: the disk is full; it is noted in the data folder");
        }

        _disk.Free();
        await using var next = SluiceProcess.Start("serve", "--data", _disk.Path);
        await next.LineAsync("which was asked for before, is carried out now");
        await next.LineAsync("RolledBack");
        next.Output.ShouldNotContain("50 %");
    }

    public void Dispose()
    {
        _http.Dispose();
        _repository.Dispose();
        _disk.Dispose();
    }

    [GeneratedRegex(@"http://\S+/invocations", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Invocations();

    private async Task<SluiceProcess> InTheFirstStepAsync(string bake = "3s")
    {
        _repository.CommitPackage(packages.Good);
        var (exit, output, errors) = await SluiceProcess.RunAsync("release", "--repository", _repository.Path, "--data", _disk.Path, "--rate", "0");
        exit.ShouldBe(0, output + errors);
        _repository.CommitPackage(packages.Better);
        var release = SluiceProcess.Start("release", "--repository", _repository.Path, "--data", _disk.Path, "--steps", $"10:{bake},50:1s", "--rate", "0", "--alarm", "none");
        await release.LineAsync(" 10 %");
        await release.LineAsync("curl -s");
        return release;
    }

    /// <summary>The suite's own record says which those are.</summary>
    private void EndFunctions()
    {
        foreach (var record in Directory.GetFiles(Path.Combine(_disk.Path, "cloud", "processes"), "*.json"))
        {
            using var process = System.Diagnostics.Process.GetProcessById(int.Parse(Path.GetFileNameWithoutExtension(record), CultureInfo.InvariantCulture));
            process.Kill();
            process.WaitForExit();
        }
    }

    private async Task AnswersAsync(string url, TimeSpan time)
    {
        var began = TimeProvider.System.GetTimestamp();
        var versions = new HashSet<string>(StringComparer.Ordinal);
        while (TimeProvider.System.GetElapsedTime(began) < time || versions.Count < 2)
        {
            using var answer = await _http.PostAsync(url, new StringContent("{}"));
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            answer.Headers.Contains("X-Amz-Function-Error").ShouldBeFalse(await answer.Content.ReadAsStringAsync());
            versions.Add(answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        }
    }
}
