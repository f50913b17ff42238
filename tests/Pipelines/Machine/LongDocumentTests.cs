using Sluice.Local.StateMachines.Running;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Machine;

/// <summary>A machine carries 256 KiB. What actions are asked for and answer may be more.</summary>
public sealed class LongDocumentTests : IDisposable
{
    private static readonly string Long = new('x', 300 * 1024);
    private readonly MachineHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void A_variable_of_300_KiB_is_given_and_one_of_90_comes_to_the_action_that_refers_to_it() => _host.Time.Run(async () =>
    {
        await _host.Suite.KeepAsync(PipelineText.Begin()
            .Stage("Build", PipelineText.Build("Compile", outputs: "Package", @namespace: "build"))
            .Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Package", configuration: new() { ["Notes"] = "#{build.CHANGES}" })));
        var seen = new List<ActionRequest>();
        _host.Act = request =>
        {
            seen.Add(request);
            return Task.FromResult<ActionResult?>(MachineHost.Success(request) with { OutputVariables = new Dictionary<string, string> { ["NOTES"] = Long, ["CHANGES"] = Long[..90_000] } });
        };

        var run = await RunAsync();

        (await _host.Suite.Get<RunVariables>().OfRunAsync("app", run, CancellationToken.None)).Values.ShouldContain(given => given["NOTES"] == Long);
        seen.Select(request => request.ActionName).ShouldBe(["Compile", "Shift"]);
        seen[1].Configuration["Notes"].ShouldBe(Long[..90_000]);
        seen[1].InputArtifacts.Keys.ShouldBe(["Package"]);
        seen[1].TaskToken.ShouldNotBeEmpty();
    });

    [Fact]
    public void Fifty_actions_at_once_ask_and_answer_at_length() => _host.Time.Run(async () =>
    {
        var actions = Enumerable.Range(1, 50).Select(number => PipelineText.Action($"A{number}", "Build/AWS/CodeBuild", inputs: "Source", outputs: $"P{number}", configuration: new() { ["ProjectName"] = "app", ["EnvironmentVariables"] = new string('y', 6_000) }));
        await _host.Suite.KeepAsync(PipelineText.Begin().Stage("Build", [.. actions]).Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "P50")));
        var asked = new Dictionary<string, ActionRequest>();
        _host.Act = request =>
        {
            asked.Add(request.ActionName, request);
            return Task.FromResult<ActionResult?>(MachineHost.Success(request) with { OutputVariables = new Dictionary<string, string> { ["NOTES"] = new('z', 9_000) } });
        };

        await RunAsync();

        asked.Count.ShouldBe(51);
        asked["A7"].Configuration["EnvironmentVariables"].Length.ShouldBe(6_000);
        asked["Shift"].InputArtifacts["P50"].ShouldBe(new ObjectRef("sluice-artifacts", $"{asked["A50"].ActionExecutionId}/P50"));
    });

    [Fact]
    public void What_somebody_has_put_in_its_place_is_not_taken_for_it() => _host.Time.Run(async () =>
    {
        var documents = _host.Suite.Get<ActionDocuments>();
        var place = (await documents.StoreAsync(System.Text.Json.Nodes.JsonValue.Create(Long), CancellationToken.None))!;
        (await documents.ReadAsync<string>(place, CancellationToken.None)).ShouldBe(Long);

        _host.Suite.Objects[place] = "\"other\""u8.ToArray();

        (await Should.ThrowAsync<InvalidDataException>(() => documents.ReadAsync<string>(place, CancellationToken.None))).Message.ShouldContain(place.Key);
    });

    private async Task<string> RunAsync()
    {
        _host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        var id = await _host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));
        var result = await (await _host.DeliverAsync()).Single().Completion;
        result.Status.ShouldBe(ExecutionStatus.Succeeded, result.Cause);
        var run = await _host.Suite.RunAsync(id);
        run.Status.ShouldBe(PipelineExecutionStatus.Succeeded, run.Message);
        return id;
    }
}
