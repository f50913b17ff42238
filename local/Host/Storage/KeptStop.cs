using Sluice.Pipelines.Model;

namespace Sluice.Local.Host.Storage;

/// <summary>Carries out the stop that an earlier process was asked for and could not record.</summary>
internal sealed class KeptStop(StopNote note, RunStopper stopper, Action<string> tell)
{
    /// <summary>Records it, so that nothing that goes on from now on can raise a weight.</summary>
    /// <returns>What is left to do of it when the machines go on.</returns>
    public async Task<Func<Task>> RecordAsync()
    {
        if (note.Read() is not { } stop)
        {
            return static () => Task.CompletedTask;
        }

        tell($"The stop of {stop.Pipeline}, execution {stop.Execution}, which was asked for before, is carried out now.");
        if (!await IsThereAsync(stop))
        {
            note.Clear();
            return static () => Task.CompletedTask;
        }

        return async () =>
        {
            await stopper.StopAsync(stop.Pipeline, stop.Execution, stop.Reason);
            note.Clear();
        };
    }

    private async Task<bool> IsThereAsync(StopOrder stop)
    {
        try
        {
            await stopper.TellAsync(stop.Pipeline, stop.Execution, stop.Reason);
            return true;
        }
        catch (PipelineExecutionNotFoundException)
        {
            return false;
        }
    }
}
