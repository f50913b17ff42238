namespace Amazon.ECS.Model;

/// <summary>The command that was begun.</summary>
public class ExecuteCommandResponse
{
    /// <summary>How to come to it.</summary>
    public Session? Session { get; set; }
}
