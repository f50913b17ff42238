using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Time;
using Spectre.Console;

namespace Sluice.Local.Tests.Commands.Screens;

/// <summary>What a build prints, on its way to the user's terminal.</summary>
public sealed class ScreenTests : IDisposable
{
    private const string Hostile = "\u001b]0;title\a\u001b[2J\u001b[32mok";
    private readonly StringWriter _output = new();
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_build_cannot_act_on_the_terminal_and_may_use_colours()
    {
        new BuildLog(Terminal(ColorSystemSupport.Standard)).Show(new BuildOutput("hello", "hello", Hostile));

        _output.ToString().ShouldContain("  ^[]0;title^G^[[2J\u001b[32mok\u001b[0m");
    }

    [Fact]
    public void A_terminal_without_colours_gets_none()
    {
        new BuildLog(Terminal(ColorSystemSupport.NoColors)).Show(new BuildOutput("hello", "hello", Hostile));

        _output.ToString().ShouldContain("  ^[]0;title^G^[[2Jok");
        _output.ToString().ShouldNotContain("\u001b[32m");
    }

    [Fact]
    public void A_pipe_gets_no_colours_and_labels_and_states_are_harmless_too()
    {
        var screen = new PlainScreen(_output, _time);

        screen.Line("Build\u001b[2J", "one\u001b[31m\r\ntwo\u202e");
        screen.Output("na\u001bme", "\u001b[2J");

        _output.ToString().ShouldBe($"{Now}  Build^[[2J  one\n  two<U+202E>\n{Now}                na^[me | ^[[2J\n".ReplaceLineEndings());
    }

    [Fact]
    public void What_goes_on_stands_harmless_below_the_lines()
    {
        var screen = Terminal(ColorSystemSupport.NoColors);
        screen.Show(LiveState.Empty with { Runs = [new LiveRun("1", "he\u001b[2Jllo")] }, TimeSpan.Zero);
        screen.Line("Build", "started");

        Shown().ShouldBe([$"{Now}  Build       started", "he^[[2Jllo"]);
        screen.Hide();
        Shown().ShouldBe([$"{Now}  Build       started", ""]);
    }

    [Fact]
    public void A_hash_is_short_in_our_words_and_whole_in_a_commands()
    {
        var hash = new string('a', 40);
        var log = new BuildLog(Terminal(ColorSystemSupport.NoColors));
        log.Show(new BuildOutput("hello", "hello", $"[DOWNLOAD_SOURCE] Fetching {hash}"));
        log.Show(new BuildOutput("hello", "hello", $"pushed {hash}"));

        Shown().Take(2).Select(row => row.Trim()).ShouldBe([$"{Now}                [DOWNLOAD_SOURCE] Fetching aaaaaaaaaaaa", $"{Now}                pushed {hash}"]);
    }

    [Fact]
    public void Lines_of_builds_that_run_beside_each_other_are_named()
    {
        var log = new BuildLog(new PlainScreen(_output, _time), isOneOfMany: true);
        log.Show(new BuildOutput("hello", "hello", "[BUILD] Running command: make"));
        log.Show(new BuildOutput("tests", "shop", "ok"));

        _output.ToString().ShouldBe($"{Now}                hello | [BUILD] Running command: make\n{Now}                shop/tests | ok\n".ReplaceLineEndings());
    }

    [Fact]
    public void Errors_that_quote_what_came_from_elsewhere_are_harmless()
    {
        using var errors = new HarmlessWriter(_output);

        errors.WriteLine("buildspec.yml:1: '\u001b[2J' is unknown\nbuildspec.yml:2: '\u202e'");
        errors.Write('\u009b');

        _output.ToString().ShouldBe("buildspec.yml:1: '^[[2J' is unknown\nbuildspec.yml:2: '<U+202E>'\n<U+009B>".ReplaceLineEndings());
    }

    public void Dispose() => _output.Dispose();

    private string Now => $"{_time.GetLocalNow():HH:mm:ss}";

    private IReadOnlyList<string> Shown()
    {
        var terminal = new SmallTerminal(80);
        terminal.Write(_output.ToString());
        return terminal.Rows;
    }

    private TerminalScreen Terminal(ColorSystemSupport colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = colours, Out = new AnsiConsoleOutput(_output) });
        return new TerminalScreen(console, _output, _time);
    }
}
