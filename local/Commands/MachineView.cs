using Sluice.Local.Commands.Live;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.Commands;

/// <summary>Shows in a terminal which state a machine is in, and for how long: whoever waits for it sees that it goes on.</summary>
internal sealed class MachineView : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private readonly Lock _gate = new();
    private readonly IScreen _screen;
    private readonly string _machine;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly ITimer _timer;
    private LiveStage? _state;

    public MachineView(IScreen screen, string machine, TimeProvider time)
    {
        (_screen, _machine, _time, _began) = (screen, machine, time, time.GetTimestamp());
        _timer = GuardedTimer.Create(time, Tick, static _ => { }, Often, Often);
    }

    private TimeSpan Now => _time.GetElapsedTime(_began);

    public void Enter(StateEntry entry)
    {
        lock (_gate)
        {
            _state = new LiveStage(entry.StateName, Now);
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_gate)
        {
            _state = null;
            _screen.Show(LiveState.Empty, Now);
        }
    }

    internal void Tick()
    {
        lock (_gate)
        {
            if (_state is { } state)
            {
                _screen.Show(LiveState.Empty with { Runs = [new LiveRun(_machine, _machine) { Stages = [state] }] }, Now);
            }
        }
    }
}
