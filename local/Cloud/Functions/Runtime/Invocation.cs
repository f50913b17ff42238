using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>One request on its way to a function process.</summary>
/// <param name="RequestId">A UUID.</param>
/// <param name="FunctionArn">As the caller named the function, with its alias or version.</param>
/// <param name="Deadline">When the function's time is over.</param>
/// <param name="TraceId">In X-Ray's form.</param>
internal sealed record Invocation(string RequestId, string FunctionArn, DateTimeOffset Deadline, string TraceId, byte[] Payload)
{
    /// <summary>JSON; null if the caller sent none.</summary>
    public string? ClientContext { get; init; }

    /// <summary>Whether the answer is to have the end of the log.</summary>
    public bool Tail { get; init; }

    /// <summary>Where the answer goes as it comes; null if it is to be given whole.</summary>
    public AnswerStream? Stream { get; init; }

    private readonly TaskCompletionSource<InvocationAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<InvocationAnswer> Answer => _answer.Task;

    /// <summary>The first answer counts.</summary>
    public bool Complete(InvocationAnswer answer) => _answer.TrySetResult(answer);
}
