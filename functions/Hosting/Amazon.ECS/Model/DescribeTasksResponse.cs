namespace Amazon.ECS.Model;

/// <summary>The tasks that were found.</summary>
public class DescribeTasksResponse
{
    /// <summary>As far as there are any; those that ended are among them for a time.</summary>
    public List<Task> Tasks { get; set; } = [];
}
