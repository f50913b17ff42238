using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines;
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
        new BuildLog(Terminal(ColorSystemSupport.Standard)).Show(Hostile);

        _output.ToString().ShouldContain("  ^[]0;title^G^[[2J\u001b[32mok\u001b[0m");
    }

    [Fact]
    public void A_terminal_without_colours_gets_none()
    {
        new BuildLog(Terminal(ColorSystemSupport.NoColors)).Show(Hostile);

        _output.ToString().ShouldContain("  ^[]0;title^G^[[2Jok");
        _output.ToString().ShouldNotContain("\u001b[32m");
    }

    [Fact]
    public void A_pipe_gets_no_colours_and_labels_and_states_are_harmless_too()
    {
        var screen = new PlainScreen(_output, _time);

        screen.Line("Build\u001b[2J", "one\u001b[31m\r\ntwo\u202e");
        screen.Status("Traffic", "\u001b[2J");

        _output.ToString().ShouldBe($"{Now}  Build^[[2J  one\n{Now}  Build^[[2J  two<U+202E>\n{Now}  Traffic     ^[[2J\n".ReplaceLineEndings());
    }

    [Fact]
    public void A_state_that_is_replaced_in_place_is_one_harmless_line()
    {
        Terminal(ColorSystemSupport.Standard).Status("Traffic", "12\n\u001b[2J");

        _output.ToString().ShouldEndWith("Traffic     12 ^[[2J");
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

    private TerminalScreen Terminal(ColorSystemSupport colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = colours, Out = new AnsiConsoleOutput(_output) });
        return new TerminalScreen(console, _output, _time);
    }
}
