using System.Text;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>Why a process never asked for a request.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Answer">What its request is answered with.</param>
/// <param name="IsSlow">It only took too long.</param>
internal sealed record InitialisationFault(string Reason, InvocationAnswer Answer, bool IsSlow = false)
{
    /// <summary>The end of what the process has said; null if there was none.</summary>
    public string? Log { get; init; }

    /// <summary>What this machine has to say.</summary>
    public static InitialisationFault Of(string errorType, string reason) => new(reason, InvocationAnswer.Failure(errorType, reason));

    /// <summary>What the runtime has posted, which reaches the caller as it is.</summary>
    public static InitialisationFault Posted(InvocationAnswer answer) => new("Runtime.InitError: " + Encoding.UTF8.GetString(answer.Payload), answer);

    /// <summary>What the request is answered with that has found no process; who asked for its log is given Lambda's lines about it behind what the process has said.</summary>
    public InvocationAnswer Answers(Invocation invocation, FunctionVersion version)
    {
        if (!invocation.Tail)
        {
            return Answer;
        }

        string[] lines =
        [
            RequestLines.Start(invocation.RequestId, version.Version),
            RequestLines.End(invocation.RequestId),
            RequestLines.Report(invocation.RequestId, TimeSpan.Zero, version.Configuration.MemorySize, null, null, Answer.Fault),
        ];
        return Answer with { LogTail = Log + string.Concat(lines.Select(line => line + "\n")) };
    }
}
