namespace Amazon.ECS.Model;

/// <summary>Which tasks of which cluster.</summary>
public class DescribeTasksRequest
{
    /// <summary>The cluster's name or ARN.</summary>
    public string? Cluster { get; set; }

    /// <summary>The tasks' ids or ARNs, at most a hundred.</summary>
    public List<string> Tasks { get; set; } = [];
}
