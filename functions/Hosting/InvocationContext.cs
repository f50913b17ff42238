using Amazon.Lambda.Core;

namespace Sluice.Hosting;

/// <summary>What is known of one invocation.</summary>
public sealed partial class InvocationContext(TimeProvider time, DateTimeOffset deadline) : ILambdaContext
{
    // Counted from here on, since the clock may be set meanwhile.
    private readonly long _start = time.GetTimestamp();
    private readonly TimeSpan _whole = deadline - time.GetUtcNow();

    /// <inheritdoc/>
    public required string AwsRequestId { get; init; }

    /// <inheritdoc/>
    public required string FunctionName { get; init; }

    /// <inheritdoc/>
    public string FunctionVersion { get; init; } = "$LATEST";

    /// <inheritdoc/>
    public string InvokedFunctionArn { get; init; } = "";

    /// <inheritdoc/>
    public ILambdaLogger Logger { get; init; } = new ConsoleLambdaLogger();

    /// <inheritdoc/>
    public string LogGroupName { get; init; } = "";

    /// <inheritdoc/>
    public string LogStreamName { get; init; } = "";

    /// <inheritdoc/>
    public int MemoryLimitInMB { get; init; }

    /// <inheritdoc/>
    public TimeSpan RemainingTime => _whole - time.GetElapsedTime(_start);
}
