namespace Amazon.ECS.Model;

/// <summary>Which tasks to list: those that run, unless asked otherwise.</summary>
public class ListTasksRequest
{
    /// <summary>The cluster's name or ARN.</summary>
    public string? Cluster { get; set; }

    /// <summary>Which page; null is the first.</summary>
    public string? NextToken { get; set; }
}
