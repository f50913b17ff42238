using System.Text.Json.Nodes;
using Sluice.Local.Cloud.LoadBalancers.Proxying;
using Sluice.Local.Cloud.LoadBalancers.Shapes;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>Opens a real port. With the port 0 it is any free one, and the answer tells which. The same request again answers what is there.</summary>
internal sealed class CreateListener(BalancerStores stores, ListenerFleet listeners, TargetFleet targets, CloudIdentity identity, IIds ids)
    : LoadBalancingCall<CreateListener.Input>("createListener")
{
    protected override async Task<JsonObject> AnswerAsync(Input input, CancellationToken cancellationToken)
    {
        var balancer = stores.LoadBalancer(input.LoadBalancerArn);
        var port = Port(input);
        var groups = ForwardRules.Checked(input.DefaultActions, balancer.Arn, stores);
        if (stores.Listeners.All.FirstOrDefault(listener => listener.LoadBalancerArn == balancer.Arn && listener.Port == port) is { } there)
        {
            return there.Groups.SequenceEqual(groups) ? List("Listeners", [BalancerShapes.Of(there)]) : throw LoadBalancingErrors.ListenerExists(port);
        }

        var listener = await ListenAsync(port);
        var id = balancer.Arn[(balancer.Arn.IndexOf(":loadbalancer/", StringComparison.Ordinal) + ":loadbalancer/".Length)..];
        var record = new ListenerRecord(identity.LoadBalancingArn($"listener/{id}/{ids.Secret()[..16]}"), balancer.Arn, listener.Port, groups);
        lock (stores.Gate)
        {
            stores.Listeners.Save(record);
        }

        targets.RefreshUse();
        listeners.Put(record, listener);
        return List("Listeners", [BalancerShapes.Of(record)]);
    }

    private static int Port(Input input)
    {
        if (input.Protocol != "HTTP")
        {
            throw LoadBalancingErrors.Protocol(input.Protocol ?? "");
        }

        return input.Port ?? throw LoadBalancingErrors.Validation("Port is needed: 1 to 65535, or 0 for any free one of this machine");
    }

    private async Task<Listener> ListenAsync(int port)
    {
        try
        {
            return await listeners.ListenAsync(port);
        }
        catch (IOException e)
        {
            throw LoadBalancingErrors.InvalidConfiguration($"The port {port} of this machine cannot be listened on; 0 takes any free one: {e.Message}");
        }
    }

    /// <summary>ELB's CreateListenerInput.</summary>
    internal sealed record Input(string? LoadBalancerArn, string? Protocol, int? Port, IReadOnlyList<ActionShape>? DefaultActions, JsonNode? Tags);
}
