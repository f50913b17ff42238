using System.CommandLine;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Seeing;

/// <summary><c>open</c>: prints the links at which a person can look at a pipeline's newest run.</summary>
internal static class OpenCommand
{
    public static Command Create(IReadOnlyDictionary<string, string> environment)
    {
        var options = new ClientOptions(environment);
        var name = NameArguments.Pipeline(options);
        var command = new Command("open", "Print the links at which a person can look at a pipeline's newest run: its revision, what an approval asks to look at, its builds' logs, the function that it releases") { name };
        command.SetAction((parsed, stop) => options.RunAsync(parsed, talk => RunAsync(talk, parsed.GetValue(name), stop)));
        return options.AddTo(command);
    }

    public static async Task<int> RunAsync(Talk talk, string? given, CancellationToken stop)
    {
        var name = await PipelineNames.OneAsync(talk.Suite, given, stop);
        var links = await RunLinks.OfAsync(talk.Suite, await PipelineReader.ReadAsync(talk.Suite, name, stop), stop);
        return await talk.TellAsync(
            new Links(links), links.Count == 0 ? [new Row(new Span($"{name}: its newest run has no links."))] : TextTable.Of(["WHAT", "LINK"], [.. links.Select(link => (IReadOnlyList<Span>)[new(link.What), new(link.Url)])], int.MaxValue));
    }
}
