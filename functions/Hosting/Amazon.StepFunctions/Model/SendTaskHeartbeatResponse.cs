namespace Amazon.StepFunctions.Model;

/// <summary>The task waits on.</summary>
public class SendTaskHeartbeatResponse;
