namespace Sluice.Local.Cloud.Functions.Streaming;

/// <summary>A request whose caller takes the answer as it comes.</summary>
internal sealed class StreamedInvocation
{
    private readonly AnswerStream _stream = new();

    private StreamedInvocation(FunctionInvoker functions, InvocationRequest request) => Result = RunAsync(functions, request);

    /// <summary>How it ended. Its payload is empty if the answer was streamed and did not fail.</summary>
    public Task<InvocationResult> Result { get; }

    public static StreamedInvocation Begin(FunctionInvoker functions, InvocationRequest request) => new(functions, request);

    /// <summary>The head of a streamed answer; null if the function answered whole, failed before it began, or was not reached.</summary>
    public Task<AnswerHead?> HeadAsync() => _stream.Head;

    /// <summary>The pieces of a streamed answer. Whoever stops taking them lets the function write on into nothing.</summary>
    public async IAsyncEnumerable<byte[]> PiecesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var piece in _stream.ReadAsync(cancellationToken))
            {
                yield return piece;
            }
        }
        finally
        {
            _stream.End();
        }
    }

    private async Task<InvocationResult> RunAsync(FunctionInvoker functions, InvocationRequest request)
    {
        try
        {
            return await functions.InvokeAsync(request with { Stream = _stream });
        }
        finally
        {
            _stream.End();
        }
    }
}
