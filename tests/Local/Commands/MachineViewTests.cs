using Sluice.Local.Commands;
using Sluice.Local.Commands.Screens;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Time;
using Sluice.Local.Tests.Commands.Screens;
using Spectre.Console;

namespace Sluice.Local.Tests.Commands;

public sealed class MachineViewTests : IDisposable
{
    private readonly StringWriter _written = new();
    private readonly VirtualTime _time = new();

    [Fact]
    public void Shows_the_state_that_a_machine_is_in_and_for_how_long_until_it_ends()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(_written) });
        console.Profile.Capabilities.Unicode = true;
        using (var view = new MachineView(new TerminalScreen(console, _written, _time), "shop", _time))
        {
            view.Enter(new StateEntry("arn", "shop", "Prepare", _time.GetUtcNow()));
            view.Enter(new StateEntry("arn", "shop", "WaitForPayment", _time.GetUtcNow()));
            _time.Advance(TimeSpan.FromSeconds(75));
            view.Tick();
            Shown().ShouldBe(["shop  WaitForPayment … 1 min 15 s"]);
        }

        Shown().ShouldBe([""]);
    }

    public void Dispose() => _written.Dispose();

    private IReadOnlyList<string> Shown()
    {
        var terminal = new SmallTerminal(80);
        terminal.Write(_written.ToString());
        return terminal.Rows;
    }
}
