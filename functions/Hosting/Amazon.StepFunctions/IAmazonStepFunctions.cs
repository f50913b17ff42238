using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions;

/// <summary>Step Functions, as far as the suite calls it.</summary>
public interface IAmazonStepFunctions : IDisposable
{
    /// <summary>Starts an execution.</summary>
    /// <exception cref="ExecutionAlreadyExistsException">There is or was one of that name with another input, or it has ended.</exception>
    Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);

    /// <summary>Completes a task.</summary>
    /// <exception cref="TaskTimedOutException">Its time is over, or it is completed.</exception>
    /// <exception cref="TaskDoesNotExistException">It is not there any more.</exception>
    /// <exception cref="InvalidTokenException">It is no token.</exception>
    Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default);

    /// <summary>Fails a task; errors as for <see cref="SendTaskSuccessAsync"/>.</summary>
    Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Says that whoever works for a task is alive; errors as for <see cref="SendTaskSuccessAsync"/>.</summary>
    Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default);
}
