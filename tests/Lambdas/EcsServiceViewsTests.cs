using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Sluice.Deployments.Platforms.Ecs;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using Sluice.Deployments.Shapes;
using Sluice.Lambdas.Deployments;
using Sluice.Platform.Protocol;
using Task = System.Threading.Tasks.Task;

namespace Sluice.Lambdas.Tests;

public sealed class EcsServiceViewsTests
{
    private static readonly ECSService Web = new() { ServiceName = "web", ClusterName = "shop" };
    private readonly IAmazonECS _ecs = Substitute.For<IAmazonECS>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ACTIVE", "EXTERNAL", true, "EXTERNAL")]
    [InlineData("ACTIVE", null, true, null)]
    [InlineData("DRAINING", "EXTERNAL", false, null)]
    [InlineData("INACTIVE", "EXTERNAL", false, null)]
    public async Task Only_an_active_service_is_there(string status, string? controller, bool exists, string? shown)
    {
        var service = new Service { ServiceName = "web", Status = status, DeploymentController = controller is null ? null : new Amazon.ECS.Model.DeploymentController { Type = controller } };
        _ecs.DescribeServicesAsync(Arg.Is<DescribeServicesRequest>(asked => asked.Cluster == "shop" && asked.Services.Single() == "web"), Arg.Any<CancellationToken>())
            .Returns(new DescribeServicesResponse { Services = [service] });

        (await ViewAsync()).ShouldBe(new EcsServiceView(exists, shown));
    }

    [Fact]
    public async Task Without_the_cluster_there_is_no_service()
    {
        Throws(new ClusterNotFoundException("Cluster not found."));
        (await ViewAsync()).ShouldBe(new EcsServiceView(false, null));
    }

    [Fact]
    public async Task A_refused_call_names_the_right_that_is_missing()
    {
        Throws(new AmazonECSException("User is not authorized.", "AccessDeniedException", HttpStatusCode.BadRequest));

        var e = await Should.ThrowAsync<ApiException>(ViewAsync);

        e.Code.ShouldBe("InvalidECSServiceException");
        e.Message.ShouldBe(
            "ecsServices[0]: whether 'web' of the cluster 'shop' can be deployed to could not be found out: AccessDeniedException: User is not authorized. The API function's role needs the right ecs:DescribeServices");
    }

    [Fact]
    public async Task No_answer_is_told_as_such()
    {
        Exception[] failures = [new HttpRequestException("The connection was refused."), new TaskCanceledException("It took 5 seconds.", new TimeoutException())];
        foreach (var failure in failures)
        {
            Throws(failure);
            var e = await Should.ThrowAsync<ApiException>(ViewAsync);
            (e.Code, e.Message.EndsWith($"ECS did not answer ({failure.Message.TrimEnd('.')}); try again", StringComparison.Ordinal)).ShouldBe(("InvalidECSServiceException", true));
        }
    }

    private void Throws(Exception failure) => _ecs.DescribeServicesAsync(Arg.Any<DescribeServicesRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(failure);

    private Task<EcsServiceView?> ViewAsync() => new EcsServiceViews(_ecs).FindAsync(Web, Token);
}
