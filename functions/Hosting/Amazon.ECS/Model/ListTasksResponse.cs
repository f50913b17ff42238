namespace Amazon.ECS.Model;

/// <summary>A page of tasks, a hundred at most.</summary>
public class ListTasksResponse
{
    /// <summary>Their ARNs.</summary>
    public List<string> TaskArns { get; set; } = [];

    /// <summary>Null after the last page.</summary>
    public string? NextToken { get; set; }
}
