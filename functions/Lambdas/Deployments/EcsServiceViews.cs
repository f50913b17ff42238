using Amazon.ECS;
using Amazon.ECS.Model;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Lambdas.Deployments;

/// <summary>ECS services as ECS tells of them. A group whose service cannot be looked at is refused, so that nobody takes it for checked.</summary>
internal sealed class EcsServiceViews(IAmazonECS ecs) : IEcsServiceViews
{
    private const string Invalid = "InvalidECSServiceException";

    public async Task<EcsServiceView?> FindAsync(ECSService service, CancellationToken cancellationToken)
    {
        var request = new DescribeServicesRequest { Cluster = service.ClusterName, Services = [service.ServiceName!] };
        try
        {
            var answer = await ecs.DescribeServicesAsync(request, cancellationToken);
            var found = answer.Services?.Find(service => service.Status == "ACTIVE");
            return new EcsServiceView(found is not null, found?.DeploymentController?.Type);
        }
        catch (ClusterNotFoundException)
        {
            // Without the cluster there is no service in it.
            return new EcsServiceView(false, null);
        }
        catch (AmazonECSException e)
        {
            throw Unknown(service, $"{e.ErrorCode}: {e.Message.TrimEnd('.')}{Advice(e)}");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unknown(service, $"ECS did not answer ({e.Message.TrimEnd('.')}); try again");
        }
    }

    private static string Advice(AmazonECSException e) =>
        e.ErrorCode.Contains("AccessDenied", StringComparison.Ordinal) ? ". The API function's role needs the right ecs:DescribeServices" : "";

    private static ApiException Unknown(ECSService service, string why) =>
        new(Invalid, $"ecsServices[0]: whether '{service.ServiceName}' of the cluster '{service.ClusterName}' can be deployed to could not be found out: {why}");
}
