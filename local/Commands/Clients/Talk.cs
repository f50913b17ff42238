using System.Text.Json;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Commands.Clients;

/// <summary>What a command that is a client has: whom it asks, and where it tells.</summary>
/// <param name="Suite">Whom it asks.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Look">How that may look.</param>
/// <param name="Time">The clock.</param>
/// <param name="IsJson">Whether the answer is to be one JSON document.</param>
internal sealed record Talk(SuiteClient Suite, TextWriter Output, Look Look, TimeProvider Time, bool IsJson)
{
    /// <summary>Prints a document, or what there is to say of it to people.</summary>
    public async Task<int> TellAsync(object document, IEnumerable<Row> rows)
    {
        if (IsJson)
        {
            await Output.WriteLineAsync(JsonSerializer.Serialize(document, WireJson.Indented));
            return ExitCodes.Succeeded;
        }

        foreach (var row in rows)
        {
            await LineAsync(row);
        }

        return ExitCodes.Succeeded;
    }

    /// <summary>Prints a document, or a sentence.</summary>
    public Task<int> TellAsync(object document, string text) => TellAsync(document, [new Row(new Span(text))]);

    /// <summary>Prints a row, as much of it as there is room for.</summary>
    public Task LineAsync(Row row) => Output.WriteLineAsync(row.Cut(Look.Width).Written(Look.Colours).TrimEnd());
}
