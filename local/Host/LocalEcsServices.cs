using System.Text.Json.Nodes;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Shapes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Host;

/// <summary>ECS services as this machine's stand-in for ECS tells of them, by the call that machines make.</summary>
internal sealed class LocalEcsServices : IEcsServiceViews
{
    private const string Describe = "arn:aws:states:::aws-sdk:ecs:describeServices";
    private ITaskServices? _cloud;

    /// <summary>The stand-ins are made of the services, so they come after this.</summary>
    public void Open(ITaskServices cloud) => _cloud = cloud;

    public async Task<EcsServiceView?> FindAsync(ECSService service, CancellationToken cancellationToken)
    {
        if (_cloud is null)
        {
            return null;
        }

        try
        {
            var input = new JsonObject { ["Cluster"] = service.ClusterName, ["Services"] = new JsonArray(service.ServiceName) };
            var answer = await _cloud.CallAsync(new TaskCall(Describe, ServicePattern.RequestResponse, input, "deployment group", "DescribeServices"), cancellationToken);
            var found = answer!["Services"]!.AsArray().FirstOrDefault(service => (string?)service!["Status"] == "ACTIVE");
            return new EcsServiceView(found is not null, (string?)found?["DeploymentController"]?["Type"]);
        }
        catch (TaskFailedException)
        {
            // Without the cluster there is no service in it.
            return new EcsServiceView(false, null);
        }
    }
}
