using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>Nothing that was not seen counts as good, and what was seen to fail says why.</summary>
public sealed class SeenRequestsTests : IDisposable
{
    private static readonly string _function = Path.Combine(AppContext.BaseDirectory, "TestFunction");
    private readonly ReleaseRepository _repository = new();
    private int _version;

    [Fact]
    public async Task A_canary_that_fails_every_one_of_few_requests_is_rolled_back_and_says_why_once()
    {
        (await ReleaseAsync("--steps", "none")).Exit.ShouldBe(0);

        var failing = await ReleaseAsync("--rate", "4", "--steps", "50:1s", "--payload", """{"do": "throw-in-2"}""");

        const string why = "100 % of version 2's requests failed (limit 5 %)";
        failing.Exit.ShouldBe(3, failing.Said);
        failing.Message.ShouldBe($"fn:live sends 100 % to version 1 again: {why}");
        var version = failing.Summary["versions"]!["2"]!;
        var error = version["errors"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)error["error"]).ShouldBe("OutOfStock: none left");
        ((long?)error["count"]).ShouldBe((long?)version["failed"]);
        failing.Errors.Split(why).Length.ShouldBe(2, failing.Errors);
        failing.Errors.ShouldNotContain("Threshold Crossed");
        failing.Errors.ShouldContain("Failed      fn:live  version 2  OutOfStock: none left");
        failing.Errors.ShouldContain($"Failed      version 2: {error["count"]} × OutOfStock: none left");
    }

    [Fact]
    public async Task A_step_to_which_nobody_sends_requests_is_not_called_good()
    {
        (await ReleaseAsync("--steps", "none")).Exit.ShouldBe(0);

        var unseen = await ReleaseAsync("--rate", "0", "--steps", "50:1s", "--too-few-wait", "2s");
        unseen.Exit.ShouldBe(3, unseen.Said);
        unseen.Message.ShouldEndWith("0 of the 5 requests that are needed came to version 2 at 50 %, though it waited 2s for more, so nothing shows that it is good");

        var chosen = await ReleaseAsync("--rate", "0", "--steps", "50:1s", "--too-few", "continue", "--too-few-wait", "0s");
        chosen.Exit.ShouldBe(0, chosen.Said);
        chosen.Said.ShouldContain("50 %: 0 of the 5 requests that are needed came to version 3; it goes on without knowing, as was chosen");
    }

    [Fact]
    public async Task The_appspecs_own_strategy_is_taken_and_steps_beside_it_are_refused()
    {
        (await ReleaseAsync("--steps", "none")).Exit.ShouldBe(0);
        _repository.Write("appspec.yml", File.ReadAllText(Path.Combine(_repository.Path, "appspec.yml")) + "Strategy: {Steps: [{Percent: 33, Bake: 1s}]}\n");

        var beside = await ReleaseAsync("--steps", "10:1s");
        beside.Exit.ShouldBe(4, beside.Said);
        beside.Message.ShouldContain("DeployStrategy: stands beside the Strategy of the appspec; expected the steps in one place: leave out either this (the command's --steps) or that");

        var own = await ReleaseAsync("--rate", "60");
        own.Exit.ShouldBe(0, own.Said);
        own.Said.ShouldContain("version 2 33 %");
    }

    public void Dispose() => _repository.Dispose();

    private async Task<(int Exit, JsonObject Summary, string Message, string Errors, string Said)> ReleaseAsync(params string[] options)
    {
        _repository.CommitPackage(_function);
        _repository.Write("package/version.txt", $"{++_version}").Commit();
        var (exit, output, errors) = await SluiceProcess.RunAsync(["release", "--repository", _repository.Path, "--data", _repository.Data, "--json", .. options]);
        var summary = (JsonObject)JsonNode.Parse(output.Length > 0 ? output : throw new InvalidOperationException($"No summary, exit {exit}.\n{errors}"))!;
        return (exit, summary, (string?)summary["message"] ?? "", errors, output + errors);
    }
}
