using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Seeing;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary><c>stop</c>: stops a run when what runs of it has ended, or leaves that behind.</summary>
internal static class StopCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var run = NameArguments.Run(options, name, "The run's id or the beginning of it; may be left out where one goes on");
        var abandon = new Option<bool>("--abandon") { Description = "Leave what runs behind at once, instead of stopping it and waiting for it" };
        var reason = new Option<string?>("--reason") { Description = "Why, at most 200 characters", HelpName = "TEXT" };
        var command = new Command("stop", "Stop a run: what runs of it is stopped, and a deployment takes its traffic back") { name, run, abandon, reason };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetValue(name), parsed.GetValue(run), parsed.GetValue(abandon), parsed.GetValue(reason), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? given, string? run, bool abandon, string? reason, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var id = run is null ? await GoingAsync(talk.Suite, name, stop) : await RunIds.OneAsync(talk.Suite, name, run, stop);
        var answer = await talk.Suite.AskAsync<StopPipelineExecutionOutput>(new StopPipelineExecutionInput { PipelineName = name, PipelineExecutionId = id, Abandon = abandon, Reason = reason }, stop);
        return await talk.TellAsync(answer, $"{name}: run {ShortIds.Of(id)} is {(abandon ? "stopped; what it ran is left behind" : "being stopped; 'sluice status' shows when it has")}");
    }

    /// <exception cref="UsageException">There is none that goes on, or there are several.</exception>
    private static async Task<string> GoingAsync(SuiteClient suite, string name, CancellationToken stop)
    {
        var going = (await RunIds.AllAsync(suite, name, succeededIn: null, stop)).Where(RunTexts.IsGoing).ToList();
        return going switch
        {
            [var one] => one.PipelineExecutionId!,
            [] => throw new RefusedException($"No run of {name} goes on."),
            _ => throw new UsageException($"Several runs of {name} go on; name one: {string.Join(", ", going.Select(run => ShortIds.Of(run.PipelineExecutionId!, ShortIds.Length(going.Select(other => other.PipelineExecutionId!)))))}."),
        };
    }
}
