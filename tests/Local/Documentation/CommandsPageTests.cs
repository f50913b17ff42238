using System.Text.RegularExpressions;
using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Seeing;
using Sluice.Local.Tests.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/commands.md has people type is typed, in its order, at a suite with one pipeline; each prints what the page says, but for ids, times and the commit.</summary>
public sealed partial class CommandsPageTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Each_command_prints_what_the_page_says()
    {
        var commit = await MakeShopAsync();
        var page = DocsPage.Read("commands.md");
        var examples = Examples().Matches(page.Text).Select(match => (Command: match.Groups["command"].Value, Shown: match.Groups["shown"].Value)).ToList();

        examples.Count.ShouldBe(page.Blocks("sh").Count);
        foreach (var (command, shown) in examples)
        {
            await SettledAsync();
            var told = await Shell().RunAsync(Program, command.Replace("07b5a99", commit[..7], StringComparison.Ordinal));
            Plain(told.Replace(Repository, "/home/ann/shop", StringComparison.Ordinal)).ShouldBe(Plain(shown), command);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Program => $"sluice() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "sluice.dll")}' \"$@\"; }}";

    private SuiteClient Client => new(SuitePlace.Of(suite.Environment, null, "nowhere", isDataGiven: false, _http));

    private string Repository => Path.Combine(suite.Folder, "shop");

    private UserShell Shell() => new(suite, "commands");

    /// <summary>A pipeline with a question, and its first run.</summary>
    private async Task<string> MakeShopAsync()
    {
        var repository = Directory.CreateDirectory(Repository).FullName;
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"];
        Git.Run(repository, [.. identity, "init", "--quiet"]);
        Git.Run(repository, [.. identity, "commit", "--quiet", "--allow-empty", "--message", "Open the shop"]);
        await Client.TellAsync(new CreatePipelineInput { Pipeline = ShopPipeline.Of(repository) }, TestContext.Current.CancellationToken);
        await Client.TellAsync(new StartPipelineExecutionInput { Name = "shop" }, TestContext.Current.CancellationToken);
        return Git.Run(repository, "rev-parse", "HEAD").Trim();
    }

    /// <summary>Until the newest run has ended or asks its question.</summary>
    private async Task SettledAsync()
    {
        while (await PipelineReader.ReadAsync(Client, "shop", TestContext.Current.CancellationToken) is { Approvals.Count: 0 } view && view.PipelineExecutionSummaries.Any(RunTexts.IsGoing))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static string Plain(string text) => string.Join('\n', text.Split('\n').Select(line => Blanks().Replace(Changing().Replace(line, "#"), " ").TrimEnd())).Trim();

    // Ids and commits, dates with times, lengths of time, and bars.
    [GeneratedRegex(@"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{40}\b|\b[0-9a-f]{12}\b|\b[0-9a-f]{8}\b|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d|\b\d+ (s|min)\b( \d+ s)?|[█▒░]{2,}|[█▒░](?=  )", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(" +", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"```sh\n(?<command>.*?)```\n\n```text\n(?<shown>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Examples();
}
