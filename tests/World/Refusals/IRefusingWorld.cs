using System.Text.Json.Nodes;

namespace Sluice.World.Refusals;

/// <summary>A service over the wire, with something of everything that its operations are about.</summary>
internal interface IRefusingWorld : IDisposable
{
    /// <summary>How many writes were made so far.</summary>
    int Writes { get; }

    /// <summary>The HTTP status and the answer, whatever it is.</summary>
    Task<(int Status, JsonNode? Answer)> AskAsync(string operation, JsonObject input);
}
