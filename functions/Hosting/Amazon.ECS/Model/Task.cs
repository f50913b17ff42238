namespace Amazon.ECS.Model;

/// <summary>A task.</summary>
public class Task
{
    /// <summary>Its ARN.</summary>
    public string? TaskArn { get; set; }

    /// <summary>What whoever started it said it belongs to, or <c>family:</c> and its definition's family.</summary>
    public string? Group { get; set; }

    /// <summary><c>PROVISIONING</c> … <c>RUNNING</c> … <c>STOPPED</c>.</summary>
    public string? LastStatus { get; set; }
}
