using System.Globalization;
using System.Text.Json;

namespace Sluice.Local.Commands.Releases;

/// <summary>Refuses options that cannot be meant, before anything is started.</summary>
internal static class ReleaseOptionsCheck
{
    private const int Fastest = 1000;

    /// <exception cref="UsageException">The rate cannot be kept.</exception>
    public static void Rate(string text)
    {
        // What is no number at all is told by who reads it.
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var rate) && !(rate is >= 0 and <= Fastest))
        {
            throw new UsageException($"--rate {text}: expected 0 to {Fastest} requests a second.");
        }
    }

    /// <exception cref="UsageException">The payload is no JSON.</exception>
    public static void Payload(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
        }
        catch (JsonException e)
        {
            throw new UsageException($"--payload {text}: expected JSON; {e.Message}");
        }
    }
}
