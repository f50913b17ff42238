using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Platform.Runs;

/// <summary>How an execution of a machine ended, as far as it is read.</summary>
/// <param name="Name">The execution's name.</param>
/// <param name="Status">FAILED, TIMED_OUT and ABORTED are ends that the machine did not come to by itself.</param>
/// <param name="Input">The execution's input as JSON text; null if the event leaves it out.</param>
/// <param name="Error">The error's name, if the event has it.</param>
/// <param name="Cause">For people, if the event has it.</param>
public sealed record ExecutionEnd(string? Name, string Status, string? Input, string? Error = null, string? Cause = null)
{
    /// <summary>Whether the machine did not come to its own end, so that somebody must finish its work.</summary>
    public bool IsBroken => Status is "FAILED" or "TIMED_OUT" or "ABORTED";

    /// <summary>The error, if the event has one.</summary>
    public CaughtError? Failure => string.IsNullOrEmpty(Error) ? null : new CaughtError(Error, Cause);

    /// <summary>The input's members; null if it has none such. Another machine's input may have any shape.</summary>
    public T? ReadInput<T>()
        where T : class
    {
        try
        {
            return Input is null ? null : JsonSerializer.Deserialize<T>(Input, SluiceJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
