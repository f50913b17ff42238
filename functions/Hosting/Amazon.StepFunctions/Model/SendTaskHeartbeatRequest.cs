namespace Amazon.StepFunctions.Model;

/// <summary>Which task is worked for.</summary>
public class SendTaskHeartbeatRequest
{
    /// <summary>The task's token: a secret.</summary>
    public string? TaskToken { get; set; }
}
