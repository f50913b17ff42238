using System.Text.RegularExpressions;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>kill -9 of the real process, at every step that it shows; the machine's own steps are walked in the deployments' tests.</summary>
public sealed partial class CrashTests(SamplePackages packages) : IDisposable
{
    private static readonly string[] Moments =
    [
        "Pipeline    repository started", "Source      repository: succeeded", "Build       repository: started", "Running command",
        "Build       repository: succeeded", "Deploy      fn:live", "10 %", "50 %",
    ];

    private readonly ReleaseRepository _repository = new();
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Whenever_the_process_is_killed_the_next_one_ends_the_release_properly()
    {
        _repository.CommitPackage(packages.Good);
        var (exit, output, errors) = await SluiceProcess.RunAsync(
            "release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:2s,50:4s", "--rate", "0", "--alarm", "none");
        exit.ShouldBe(0, output + errors);

        foreach (var (moment, package) in Moments.Zip(Alternating()))
        {
            _repository.CommitPackage(package);
            var told = await KilledAtAsync(moment);
            await using var next = SluiceProcess.Start("serve", "--data", _repository.Data);
            var url = Address().Match(await next.LineAsync("listening on")).Value;
            if (!told.Contains("Succeeded", StringComparison.Ordinal))
            {
                await next.LineAsync("Succeeded", because: $"It was killed at '{moment}', when it had told:\n{told}");
            }

            (await AnsweringVersionsAsync(url)).ShouldHaveSingleItem($"killed at '{moment}'");
            await next.SignalAsync("TERM");
            (await next.ExitAsync()).ShouldBe(0, next.Output + next.Errors);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _repository.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    /// <summary>What it had told by then. On a slow machine that can be more than the moment, up to the whole release.</summary>
    private async Task<string> KilledAtAsync(string moment)
    {
        await using var killed = SluiceProcess.Start("serve", "--data", _repository.Data);
        await killed.LineAsync(moment);
        killed.KillHard();
        await killed.ExitAsync();
        return killed.Output;
    }

    private IEnumerable<string> Alternating()
    {
        while (true)
        {
            yield return packages.Better;
            yield return packages.Good;
        }
    }

    private async Task<HashSet<string>> AnsweringVersionsAsync(string url)
    {
        var versions = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            using var answer = await _http.PostAsync($"{url}/2015-03-31/functions/fn:live/invocations", new StringContent("{}"));
            answer.EnsureSuccessStatusCode();
            versions.Add(answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        }

        return versions;
    }
}
