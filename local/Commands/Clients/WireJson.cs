using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Local.Commands.Clients;

/// <summary>How shapes of the services are written and read by their clients.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>For who reads what a command prints.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(SluiceJson.Options) { WriteIndented = indented };
        options.Converters.Insert(0, new WireTimes());
        return options;
    }
}
