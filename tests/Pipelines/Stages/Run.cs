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
internal sealed class Run(Suite suite, string id, string pipeline = "app", int machine = 1)
{
    private int _calls;

    public string Id => id;

    public string LastToken => $"{id}-{machine}/{_calls}";

    public NextStageRequest? LastRequest { get; private set; }

    public static async Task<Run> StartAsync(Suite suite, int commit, string pipeline = "app")
    {
        suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        return new Run(suite, await suite.Get<ExecutionStarts>().StartAsync(new StartRequest(pipeline)), pipeline);
    }

    /// <summary>The same run as another of its machines sees it.</summary>
    public Run On(int other) => new(suite, id, pipeline, other);

    /// <summary>The answer to the last question; null while it waits.</summary>
    public NextStageAnswer? Answer =>
        suite.Board.Done.TryGetValue(LastToken, out var node) ? node.Deserialize<NextStageAnswer>(SluiceJson.Options) : null;

    public async Task<NextStageAnswer?> AskAsync(int step = 0, params ActionReport[] reports)
    {
        _calls++;
        LastRequest = new NextStageRequest(LastToken, new RunPosition(pipeline, id, step, reports), _calls.ToString("D9", CultureInfo.InvariantCulture), 0, $"{id}-{machine}");
        await suite.Get<NextStage>().AnswerAsync(LastRequest);
        return Answer;
    }

    /// <summary>Asks as the machine does after the last answer, all of whose actions succeeded.</summary>
    public Task<NextStageAnswer?> GoOnAsync()
    {
        var last = Answer ?? throw new InvalidOperationException("It waits.");
        return AskAsync(last.Step, [.. last.Actions.Select(Success)]);
    }

    /// <summary>Goes on until nothing is left that succeeds at once.</summary>
    public async Task<NextStageAnswer?> FinishAsync()
    {
        var answer = Answer ?? await AskAsync();
        while (answer is { Next: not NextStageBranch.Ended })
        {
            answer = answer.Next == NextStageBranch.Repeat ? await AskAsync(answer.Step) : await GoOnAsync();
        }

        return answer;
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
