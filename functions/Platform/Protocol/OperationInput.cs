using System.Text.Json;

namespace Sluice.Platform.Protocol;

/// <summary>What a request gives an operation, wherever in the request it was.</summary>
/// <param name="Members">One JSON object with the members by the model's names.</param>
/// <param name="Content">The member that is streamed, of an operation that has one.</param>
internal sealed record OperationInput(JsonDocument Members, Stream? Content) : IDisposable
{
    public void Dispose() => Members.Dispose();
}
