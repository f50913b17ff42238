using System.Text.Json;

namespace Sluice.Platform.Protocol;

/// <summary>What an operation answers, as its record says it.</summary>
/// <param name="Members">One JSON object with the record's members.</param>
/// <param name="Content">The member that is streamed, if there is one.</param>
internal sealed record OperationOutput(JsonElement Members, Stream? Content);
