using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary><c>rollback</c>: makes a stage again as an earlier run left it.</summary>
internal static class RollbackCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var stage = NameArguments.Stage(options, name, "The stage (default: the last one)");
        var to = new Option<string?>("--to") { Description = "The run to go back to: its id or the beginning of it, or of the revision that it released (default: the last one that succeeded in the stage before what is there now)", HelpName = "RUN|VERSION" };
        to.CompletionSources.Add(context => options.Complete(context, async (suite, stop) => await RunIds.NewestAsync(suite, context.ParseResult.GetValue(name), stop)));
        var command = new Command("rollback", "Make a stage again as an earlier run left it that succeeded there") { name, stage, to };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetValue(name), parsed.GetValue(stage), parsed.GetValue(to), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? given, string? stage, string? to, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var state = await talk.Suite.AskAsync<GetPipelineStateOutput>(new GetPipelineStateInput { Name = name }, stop);
        var stages = state.StageStates!;
        var chosen = stage is null ? stages[^1] : stages.First(one => one.StageName == PipelineNames.Stage(name, stage, [.. stages.Select(one => one.StageName!)]));
        var succeeded = await RunIds.AllAsync(talk.Suite, name, succeededIn: chosen.StageName, stop);
        var target = to is null ? RollbackTarget.Of(name, chosen, await NewestAsync(talk.Suite, name, chosen, stop), succeeded) : RunIds.Pick(name, to, succeeded);
        var answer = await talk.Suite.AskAsync<RollbackStageOutput>(new RollbackStageInput { PipelineName = name, StageName = chosen.StageName!, TargetPipelineExecutionId = target }, stop);
        return await talk.TellAsync(answer, $"{name}: run {ShortIds.Of(answer.PipelineExecutionId)} takes {chosen.StageName} back to run {ShortIds.Of(target)}");
    }

    /// <summary>The run that came to the stage last; null if none has.</summary>
    private static async Task<PipelineExecutionSummary?> NewestAsync(SuiteClient suite, string name, StageState stage, CancellationToken stop) => stage.LatestExecution is { } latest
        ? (await RunIds.AllAsync(suite, name, succeededIn: null, stop)).FirstOrDefault(run => run.PipelineExecutionId == latest.PipelineExecutionId)
        : null;
}
