using Sluice.Local.Commands.Clients;
using Sluice.Local.Commands.Completing;
using Sluice.Local.Tests.Clients;
using Sluice.Local.Tests.Documentation;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Completing;

/// <summary>What shells are offered, by the real program and a real shell.</summary>
public sealed class CompletionTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private readonly HttpClient _http = new();

    // The first call of a process may be slower than a shell waits, on a machine that is busy.
    private const string Program = """
        sluice() { dotnet "$SLUICE" "$@"; }
        complete_line() { COMP_LINE="$1"; COMP_POINT=${#1}; for try in 1 2 3 4 5 6 7 8; do _sluice; [ ${#COMPREPLY[@]} -eq 0 ] || break; done; printf '%s\n' "${COMPREPLY[@]}"; }
        source <(sluice completion bash)
        """;

    [Theory]
    [InlineData("sluice stat", "status")]
    [InlineData("sluice history --act", "--actions")]
    [InlineData("sluice history --time", "--timeline")]
    [InlineData("sluice val", "validate")]
    [InlineData("sluice status fir", "first")]
    [InlineData("sluice plan fir", "first")]
    [InlineData("sluice rollback first As", "Ask")]
    public async Task Bash_completes_commands_options_and_names(string line, string expected)
    {
        await MakeAsync();

        (await BashAsync($"{Program}\ncomplete_line '{line}'")).Trim().ShouldBe(expected);
    }

    [Fact]
    public async Task Where_no_suite_answers_a_shell_is_told_nothing() =>
        (await BashAsync("unset AWS_ENDPOINT_URL; dotnet \"$SLUICE\" '[suggest:17]' 'sluice status fir' --data /nowhere")).Trim().ShouldNotContain("No suite");

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task A_shell_that_is_here_can_read_its_script(string shell)
    {
        var program = ClientProgram.Find(shell);
        var script = Path.Combine(suite.Folder, $"completion.{shell}");
        await File.WriteAllTextAsync(script, CompletionScripts.Of(shell), TestContext.Current.CancellationToken);
        CompletionScripts.Of(shell).ShouldContain("[suggest:");
        if (program is not null)
        {
            var end = await ClientProgram.RunAsync(program, suite.Folder, [shell == "fish" ? "--no-execute" : "-n", script], suite.Environment, TestContext.Current.CancellationToken);
            end.ExitCode.ShouldBe(0, end.All);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task MakeAsync()
    {
        var client = new SuiteClient(SuitePlace.Of(suite.Environment, null, "nowhere", isDataGiven: false, _http));
        if ((await PipelineNames.AllAsync(client, TestContext.Current.CancellationToken)).Count > 0)
        {
            return;
        }

        await client.TellAsync(new CreatePipelineInput { Pipeline = ShopPipeline.Of("/srv/shop") with { Name = "first" } }, TestContext.Current.CancellationToken);
    }

    private async Task<string> BashAsync(string script)
    {
        var environment = new Dictionary<string, string>(suite.Environment) { ["SLUICE"] = Path.Combine(AppContext.BaseDirectory, "sluice.dll") };
        var end = await ClientProgram.RunAsync(ClientProgram.Need("bash"), suite.Folder, ["-c", script], environment, TestContext.Current.CancellationToken);
        end.ExitCode.ShouldBe(0, end.All);
        return end.Output;
    }
}
