using System.Text.Json.Nodes;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Host;

/// <summary>Shows every call that a machine made and that was answered.</summary>
internal sealed class ObservedServices(ITaskServices services, Unattended unattended) : ITaskServices
{
    public event Action<TaskCall>? Completed;

    public bool Serves(string resource) => services.Serves(resource);

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var answer = await services.CallAsync(call, cancellationToken);
        unattended.Each("A watcher of calls", Completed, call);
        return answer;
    }
}
