using Sluice.Pipelines.Model;

namespace Sluice.Local.Host.Storage;

/// <summary>Carries out the stop that an earlier process was asked for and could not record.</summary>
internal sealed class KeptStop(StopNote note, StopHandover handover, Action<string> tell)
{
    /// <summary>Records it with all that it concerns, so that nothing that goes on from now on can raise a weight.</summary>
    public async Task RecordAsync()
    {
        if (note.Read() is not { } stop)
        {
            return;
        }

        tell($"The stop of {stop.Pipeline}, execution {stop.Execution}, which was asked for before, is carried out now.");
        try
        {
            await handover.RecordAsync(stop);
        }
        catch (PipelineExecutionNotFoundException)
        {
            // It was never begun, or its pipeline is gone.
        }

        note.Clear();
    }
}
