using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Benchmarks.Engine;

/// <summary>For machines that call nothing.</summary>
internal sealed class NoServices : ITaskServices
{
    public bool Serves(string resource) => false;

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"Nothing serves {call.Resource}.");
}
