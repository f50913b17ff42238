namespace Amazon.ECS.Model;

/// <summary>Which command, and where.</summary>
public class ExecuteCommandRequest
{
    /// <summary>The cluster's name or ARN.</summary>
    public string? Cluster { get; set; }

    /// <summary>The task's id or ARN.</summary>
    public string? Task { get; set; }

    /// <summary>The container's name; a task with one container needs none.</summary>
    public string? Container { get; set; }

    /// <summary>The command line, of which no shell is made.</summary>
    public string? Command { get; set; }

    /// <summary>Whether somebody sits at it; ECS knows nothing else.</summary>
    public bool Interactive { get; set; }
}
