using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary><c>retry</c>: tries a stage again in which a run failed or was stopped.</summary>
internal static class RetryCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var stage = NameArguments.Stage(options, name, "The stage; may be left out where one has failed");
        var all = new Option<bool>("--all") { Description = "Begin all of the stage's actions again, not only those that failed" };
        var command = new Command("retry", "Try a stage again in which a run failed or was stopped") { name, stage, all };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetValue(name), parsed.GetValue(stage), parsed.GetValue(all), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? given, string? stage, bool all, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var state = await talk.Suite.AskAsync<GetPipelineStateOutput>(new GetPipelineStateInput { Name = name }, stop);
        var failed = StageToRetry.Of(name, state.StageStates ?? [], stage);
        var answer = await talk.Suite.AskAsync<RetryStageExecutionOutput>(
            new RetryStageExecutionInput
            {
                PipelineName = name,
                StageName = failed.StageName!,
                PipelineExecutionId = failed.LatestExecution!.PipelineExecutionId,
                RetryMode = all ? StageRetryMode.ALL_ACTIONS : StageRetryMode.FAILED_ACTIONS,
            },
            stop);
        return await talk.TellAsync(answer, $"{name}: {failed.StageName} is tried again by run {ShortIds.Of(failed.LatestExecution.PipelineExecutionId)}, {(all ? "with all of its actions" : "from what failed on")}");
    }
}
