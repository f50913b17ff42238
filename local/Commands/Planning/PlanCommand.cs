using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Starting;

namespace Sluice.Local.Commands.Planning;

/// <summary><c>plan</c>: says what <c>start</c> would do now. Nothing is written.</summary>
internal static class PlanCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var what = NameArguments.Pipeline(options, "The pipeline's name, or its repository; may be left out where there is one");
        var variables = new Option<string[]>("--var", "--variable") { Description = "A variable of the pipeline, as start takes it; may be repeated", HelpName = "NAME=VALUE" }.Checks(text => StartInput.Pair("--var", text));
        var sources = new Option<string[]>("--source", "--revision") { Description = "The revision of a source action, as start takes it; may be repeated", HelpName = "ACTION=REVISION" }.Checks(text => StartInput.Pair("--source", text));
        var command = new Command("plan", "Say what a start would do now, and do nothing: revisions, variables, stages with what they wait for, and how traffic would be moved") { what, variables, sources };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, new StartInput(parsed.GetValue(what), parsed.GetValue(variables) ?? [], parsed.GetValue(sources) ?? []), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, StartInput asked, CancellationToken stop)
    {
        var plan = RunPlans.Of(await PlanReader.ReadAsync(talk.Suite, asked, stop), asked, talk.Time.GetUtcNow());
        return await talk.TellAsync(plan, PlanRows.Of(plan, talk.Look.Width));
    }
}
