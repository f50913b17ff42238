using System.Globalization;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>Lambda's own lines in a function's log, word for word: programs read them.</summary>
internal static class RequestLines
{
    public static string Start(string requestId, string version) => $"START RequestId: {requestId} Version: {version}";

    public static string End(string requestId) => $"END RequestId: {requestId}";

    /// <param name="peak">The most memory that the process has had, in MiB; null where nobody knows.</param>
    /// <param name="start">How long the process's start took, if this was its first request.</param>
    public static string Report(string requestId, TimeSpan took, int memorySize, int? peak, TimeSpan? start, RuntimeFault? fault) =>
        $"REPORT RequestId: {requestId}\tDuration: {Milliseconds(took)}\tBilled Duration: {Math.Ceiling(took.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)} ms\tMemory Size: {memorySize} MB\t"
        + (peak is null ? "" : $"Max Memory Used: {peak} MB\t")
        + (start is { } time ? $"Init Duration: {Milliseconds(time)}\t" : "")
        + Status(fault);

    /// <summary>Of a start that failed.</summary>
    public static string InitReport(TimeSpan took, RuntimeFault fault) => $"INIT_REPORT Init Duration: {Milliseconds(took)}\tPhase: init\t{Status(fault)}";

    /// <summary>What Lambda itself says of a fault.</summary>
    public static IReadOnlyList<string> Of(RuntimeFault? fault, string requestId, DateTimeOffset now) => fault switch
    {
        { Type: RuntimeFault.TimedOut } => [$"{now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)} {requestId} {fault.Message[Math.Max(0, fault.Message.IndexOf("Task timed out", StringComparison.Ordinal))..]}", ""],
        { Type: RuntimeFault.Exited } => [fault.Message.Split('\n')[0], fault.Type],
        _ => [],
    };

    private static string Status(RuntimeFault? fault) => fault switch
    {
        null => "",
        { Type: RuntimeFault.TimedOut } => "Status: timeout",
        _ => $"Status: error\tError Type: {fault.Type}",
    };

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms";
}
