using Amazon.ECS.Model;

namespace Amazon.ECS;

/// <summary>ECS, as far as the suite calls it.</summary>
public interface IAmazonECS : IDisposable
{
    /// <summary>Describes services of a cluster.</summary>
    /// <exception cref="ClusterNotFoundException">There is no such cluster.</exception>
    /// <exception cref="AmazonECSException">The call is refused otherwise.</exception>
    Task<DescribeServicesResponse> DescribeServicesAsync(DescribeServicesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists tasks of a cluster, a page of them.</summary>
    /// <exception cref="AmazonECSException">The call is refused.</exception>
    Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Describes tasks of a cluster.</summary>
    /// <exception cref="AmazonECSException">The call is refused.</exception>
    Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default);

    /// <summary>Begins a command in a container of a task that runs.</summary>
    /// <exception cref="TargetNotConnectedException">What lets commands in does not run there, yet or any more.</exception>
    /// <exception cref="AmazonECSException">The call is refused otherwise.</exception>
    Task<ExecuteCommandResponse> ExecuteCommandAsync(ExecuteCommandRequest request, CancellationToken cancellationToken = default);
}
