using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Commands;

/// <summary>Real services under a virtual clock: the clock stands still while one of them works, so that no timeout passes meanwhile.</summary>
internal sealed class HoldingServices(ITaskServices services, VirtualTime time) : ITaskServices
{
    public bool Serves(string resource) => services.Serves(resource);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        using (time.Hold())
        {
            return await services.CallAsync(call, cancellationToken);
        }
    }
}
