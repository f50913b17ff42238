using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Host.Data;
using Sluice.Pipelines.Shapes;
using Sluice.Platform.Ids;

namespace Sluice.Local.Commands.Starting;

/// <summary>
/// <c>start</c>: has a suite release what a pipeline watches, also if that was released before. Where no suite runs on the data folder it is written into the table there, and the next one takes it up.
/// </summary>
internal static class StartCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var what = NameArguments.Pipeline(options, "The pipeline's name, as serve tells it, or its repository; may be left out where there is one");
        var variables = new Option<string[]>("--var") { Description = "A variable of the pipeline; may be repeated", HelpName = "NAME=VALUE" }.Checks(text => StartInput.Pair("--var", text));
        var sources = new Option<string[]>("--source") { Description = "The revision to take of a source action, instead of its newest; may be repeated", HelpName = "ACTION=REVISION" }.Checks(text => StartInput.Pair("--source", text));
        var command = new Command("start", "Have a running suite release what a pipeline watches, also if it was released before") { what, variables, sources };
        command.SetAction((parsed, stop) =>
        {
            var asked = new StartInput(parsed.GetValue(what), parsed.GetValue(variables) ?? [], parsed.GetValue(sources) ?? []);
            var (folder, isMeant) = options.Data(parsed);
            return isMeant && DataFolder.UrlOf(folder) is null ? KeptStart.RunAsync(asked, folder, options.IsJson(parsed), Console.Out, stop) : options.RunAsync(parsed, talk => RunAsync(talk, asked, stop));
        });
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, StartInput asked, CancellationToken stop)
    {
        var pipeline = await StartedPipeline.FindAsync(talk.Suite, asked.What, stop);
        var answer = await talk.Suite.AskAsync<StartPipelineExecutionOutput>(asked.Of(pipeline, new RandomIds().Uuid()), stop);
        return await talk.TellAsync(answer, $"{pipeline.Name}: execution {answer.PipelineExecutionId} is started; 'sluice status {pipeline.Name} --watch' shows how it goes");
    }
}
