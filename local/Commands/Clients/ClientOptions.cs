using System.CommandLine;
using System.CommandLine.Completions;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host.Data;

namespace Sluice.Local.Commands.Clients;

/// <summary>The options of a command that asks a suite: which one, and how it is to answer.</summary>
/// <param name="environment">This process's environment variables.</param>
internal sealed class ClientOptions(IReadOnlyDictionary<string, string> environment)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShellsPatience = TimeSpan.FromSeconds(2);

    private readonly Option<string?> _endpoint = new Option<string?>("--endpoint")
    {
        Description = "Where the suite is: what serve prints, or a stack's CodePipelineUrl (default: the serve of the data folder, or AWS_ENDPOINT_URL_CODEPIPELINE and its like)",
        HelpName = "URL",
    };

    private readonly Option<string> _data = CommonOptions.Data();
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON document, with the names of the API's members" };

    /// <summary>Adds them, behind the command's own.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_endpoint);
        command.Options.Add(_data);
        return command;
    }

    /// <summary>Has a command talk with the suite.</summary>
    /// <exception cref="UsageException">What was given cannot be used.</exception>
    /// <exception cref="RefusedException">The suite refuses, or there is none.</exception>
    public async Task<int> RunAsync(ParseResult parsed, Func<Talk, Task<int>> act)
    {
        using var http = Http(Patience);
        await using var output = new HarmlessWriter(Console.Out);
        var look = Look.OfOutput();
        return await act(new Talk(new SuiteClient(Place(parsed, http)), look.Colours ? Console.Out : output, look, TimeProvider.System, parsed.GetValue(_json)));
    }

    /// <summary>Has a command look at the suite if there is one: one that runs on the data folder, or that is named by an option or AWS's settings, which the command is told.</summary>
    /// <exception cref="UsageException">What was given cannot be used.</exception>
    public async Task<int> RunIfThereAsync(ParseResult parsed, Func<SuiteClient?, bool, Task<int>> act)
    {
        using var http = Http(Patience);
        var (folder, isMeant) = Data(parsed);
        return isMeant && DataFolder.UrlOf(folder) is null ? await act(null, false) : await act(new SuiteClient(Place(parsed, http)), !isMeant);
    }

    /// <summary>The data folder, and whether the suite is meant that runs on it.</summary>
    public (string Folder, bool IsMeant) Data(ParseResult parsed) => (parsed.GetRequiredValue(_data), SuitePlace.IsFolders(environment, parsed.GetValue(_endpoint), IsDataGiven(parsed)));

    /// <summary>Whether the answer is to be one JSON document.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>What a shell may complete with what the suite answers; nothing if it does not answer at once.</summary>
    public IEnumerable<CompletionItem> Complete(CompletionContext context, Func<SuiteClient, CancellationToken, Task<IEnumerable<string>>> names)
    {
        try
        {
            using var http = Http(ShellsPatience);
            using var late = new CancellationTokenSource(ShellsPatience, TimeProvider.System);
            var begun = context.WordToComplete;
            return [.. names(new SuiteClient(Place(context.ParseResult, http)), late.Token).GetAwaiter().GetResult()
                .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Select(name => new CompletionItem(name))];
        }
        catch (Exception e) when (e is RefusedException or UsageException or OperationCanceledException or InvalidOperationException)
        {
            // A shell has no place for it.
            return [];
        }
    }

    private SuitePlace Place(ParseResult parsed, HttpClient http) =>
        SuitePlace.Of(environment, parsed.GetValue(_endpoint), parsed.GetValue(_data) ?? CommonOptions.DefaultData, IsDataGiven(parsed), http);

    private bool IsDataGiven(ParseResult parsed) => parsed.GetResult(_data) is { Implicit: false };

    private static HttpClient Http(TimeSpan patience) => new(new SocketsHttpHandler { ConnectTimeout = patience }) { Timeout = patience };
}
