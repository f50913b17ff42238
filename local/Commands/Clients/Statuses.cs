using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Clients;

/// <summary>Statuses of whatever there is, in the tone that they are meant in.</summary>
internal static class Statuses
{
    public static Span Of(string? status) => new(status ?? "-", ToneOf(status));

    private static Tone ToneOf(string? status) => status?.ToUpperInvariant() switch
    {
        "SUCCEEDED" or "APPROVED" => Tone.Good,
        "FAILED" or "FAULT" or "ERRORED" or "TIMED_OUT" => Tone.Bad,
        "INPROGRESS" or "IN_PROGRESS" or "STOPPING" or "READY" or "BAKING" or "QUEUED" or "CREATED" => Tone.Warning,
        null => Tone.Quiet,
        _ => Tone.Plain,
    };
}
