using System.Globalization;
using System.Text.Json;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Stages;

/// <summary>A run whose machine is played by hand: it asks, sees the answer on the board, and reports.</summary>
internal sealed class Run(Suite suite, string id, string pipeline = "app")
{
    private int _calls;

    public string Id => id;

    public string LastToken => $"{id}/{_calls}";

    public NextStageRequest? LastRequest { get; private set; }

    public static async Task<Run> StartAsync(Suite suite, int commit, string pipeline = "app")
    {
        suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        return new Run(suite, await suite.Get<ExecutionStarts>().StartAsync(new StartRequest(pipeline)), pipeline);
    }

    /// <summary>The answer to the last question; null while it waits.</summary>
    public NextStageAnswer? Answer =>
        suite.Board.Done.TryGetValue(LastToken, out var node) ? node.Deserialize<NextStageAnswer>(SluiceJson.Options) : null;

    public async Task<NextStageAnswer?> AskAsync(int step = 0, params ActionReport[] reports)
    {
        _calls++;
        LastRequest = new NextStageRequest(LastToken, new RunPosition(pipeline, id, step, reports), _calls.ToString("D9", CultureInfo.InvariantCulture), 0);
        await suite.Get<NextStage>().AnswerAsync(LastRequest);
        return Answer;
    }

    /// <summary>Asks as the machine does after the last answer, all of whose actions succeeded.</summary>
    public Task<NextStageAnswer?> GoOnAsync()
    {
        var last = Answer ?? throw new InvalidOperationException("It waits.");
        return AskAsync(last.Step, [.. last.Actions.Select(Success)]);
    }

    public Task<NextStageAnswer?> FailAsync(string message) =>
        AskAsync(Answer!.Step, [.. Answer.Actions.Select(_ => new ActionReport { Status = "Failed", Message = message })]);

    public Task<PipelineExecutionView> ViewAsync() => suite.Get<ExecutionViews>().GetAsync(pipeline, id);

    public static ActionReport Success(ActionOrder action) => new()
    {
        Status = "Succeeded",
        ExternalExecutionId = $"ext-{action.ActionName}",
        Outcome = action.Provider == "Lambda" ? "Succeeded" : null,
        OutputArtifacts = action.OutputArtifacts.ToDictionary(name => name, name => new ObjectRef("sluice-artifacts", name)),
    };
}
