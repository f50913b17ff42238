using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Guarding;
using Sluice.Local.Host;
using Sluice.Local.Host.Storage;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Platform.Storage;

namespace Sluice.Local.Commands.Releases;

/// <summary>
/// Ctrl-C stops the run, which rolls back. A second one quits and leaves the rest to the next start. What was said to be stopped stays stopped: it is noted before anything else, and if the disk does not let the rollback be
/// recorded in time, that is said, and the next start carries it out.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private const string Reason = "Ctrl-C";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Suite _suite;
    private readonly IScreen _screen;
    private readonly StopOrder _order;
    private readonly TimeProvider _time;
    private readonly RunFollower _runs;
    private readonly TaskCompletionSource<string> _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _registration;
    private bool _isRecorded;

    public Interrupt(Suite suite, IScreen screen, string pipeline, string execution, TimeProvider time, CancellationToken asked)
    {
        (_suite, _screen, _order, _time) = (suite, screen, new StopOrder(pipeline, execution, Reason), time);
        _runs = new RunFollower(suite, suite.Services.GetRequiredService<ExecutionViews>(), time);
        var unattended = suite.Services.GetRequiredService<Unattended>();
        _registration = asked.Register(() => _ = unattended.Beside("The stop", StopAsync));
    }

    /// <summary>Completes, with what to say of it, when the disk has not let the stop be recorded and carried out.</summary>
    public Task<string> GivenUp => _givenUp.Task;

    public void Dispose() => _registration.Dispose();

    private async Task StopAsync()
    {
        var unnoted = Note();
        _screen.Line("Stop", "stopping and rolling back; Ctrl-C again quits at once", Tone.Warning);
        var stopping = RecordAsync();
        for (var left = Patience; !stopping.IsCompleted && left > TimeSpan.Zero; left = _suite.Storage.Fault is null ? Patience : left - Pause)
        {
            await Task.WhenAny(stopping, Task.Delay(Pause, _time));
        }

        if (stopping.IsCompleted)
        {
            await stopping;
            return;
        }

        _givenUp.TrySetResult(Unfinished(unnoted));
    }

    private string? Note()
    {
        try
        {
            _suite.StopNote.Keep(_order);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _suite.Storage.Failed(e);
            return e.Message;
        }
    }

    private async Task RecordAsync()
    {
        while (true)
        {
            try
            {
                _isRecorded = await _suite.Services.GetRequiredService<StopHandover>().RecordAsync(_order) || _isRecorded;
                await _runs.EndAsync(_order.Pipeline, _order.Execution, CancellationToken.None);
                _suite.StopNote.Clear();
                return;
            }
            catch (Exception e) when (StorageFault.In(e))
            {
                _suite.Storage.Failed(e);
                if (!_suite.Reserve.Release())
                {
                    await Task.Delay(Pause, _time);
                }
            }
            catch (Exception e)
            {
                _screen.Line("Stop", $"could not stop: {e.Message}", Tone.Bad);
                return;
            }
        }
    }

    private string Unfinished(string? unnoted)
    {
        var fault = _suite.Storage.Fault ?? "the disk took no writes";
        return (_isRecorded, unnoted) switch
        {
            (true, _) => $"the stop is recorded, but traffic could not be taken back: {fault}; release or serve with this data folder will take it back",
            (_, null) => $"the stop could not be recorded: {fault}; it is noted in the data folder, and release or serve with this data folder will stop the run and roll back before anything else",
            _ => $"the stop could not be recorded: {fault}, nor noted: {unnoted}; release or serve with this data folder will go on with the deployment where it is",
        };
    }
}
