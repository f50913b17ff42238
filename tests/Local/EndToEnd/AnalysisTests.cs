using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>Canaries that are judged on the metrics of real processes; an alarm at 60 % of failed requests sees none of what is wrong here.</summary>
public sealed class AnalysisTests : IDisposable
{
    private const string AppSpec =
        """
        version: 0.0
        Resources:
          - fn:
              Type: AWS::Lambda::Function
              Properties:
                Name: fn
                Alias: live
        Analysis:
          Period: 1
          WarmupSeconds: 2
          Inconclusive:
            Extend: 1
            ExtendSeconds: 4
          Metrics:
            - Name: ErrorRate
            - Name: Duration
              Compare:
                MinimumChange: 75
        """;

    private static readonly string _function = Path.Combine(AppContext.BaseDirectory, "TestFunction");
    private readonly ReleaseRepository _repository = new();
    private int _version;

    public AnalysisTests() => _repository.Write("appspec.yml", AppSpec);

    [Fact]
    public async Task Judges_new_versions_by_the_metrics_of_their_processes()
    {
        (await ReleaseAsync("{}")).Outcome.ShouldBe("Succeeded", "a first version is not judged: nothing is beside it");

        var equal = await ReleaseAsync("{}");
        equal.Outcome.ShouldBe("Succeeded", equal.Said);
        equal.Said.ShouldContain("50 %: Pass, score 100, 100 needed");

        var erring = await ReleaseAsync("""{"do": "err-in-10", "in": "3"}""");
        erring.Outcome.ShouldBe("RolledBack", erring.Said);
        erring.Message.ShouldContain("the new version failed its analysis at 50 %");
        erring.Message.ShouldContain("ErrorRate: Fail");

        // Slower than a machine at other work makes the old version now and then; and so few requests that its processes suffice.
        var slow = await ReleaseAsync("""{"do": "be-slow", "in": "4"}""", rate: "20");
        slow.Outcome.ShouldBe("RolledBack", slow.Said);
        slow.Message.ShouldContain("Duration: Fail");

        var idle = await ReleaseAsync("{}", rate: "0", alarm: "none");
        idle.Outcome.ShouldBe("RolledBack", idle.Said);
        idle.Message.ShouldContain("the analysis at 50 % is inconclusive, extended 1 times");
        idle.Message.ShouldContain("there is no data of the new version");
    }

    public void Dispose() => _repository.Dispose();

    private async Task<(string? Outcome, string Message, string Said)> ReleaseAsync(string payload, string rate = "60", string alarm = "60%")
    {
        _repository.CommitPackage(_function);
        _repository.Write("package/version.txt", $"{++_version}").Commit();
        var (exit, output, errors) = await SluiceProcess.RunAsync(
            "release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "50:12s", "--alarm", alarm, "--rate", rate, "--payload", payload, "--json");
        var summary = (JsonObject)JsonNode.Parse(output.Length > 0 ? output : throw new InvalidOperationException($"No summary, exit {exit}.\n{errors}"))!;
        return ((string?)summary["outcome"], (string?)summary["message"] ?? "", output + errors);
    }
}
