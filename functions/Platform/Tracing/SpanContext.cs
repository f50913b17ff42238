using System.Security.Cryptography;
using System.Text;

namespace Sluice.Platform.Tracing;

/// <summary>Where a span is: its trace and its own id, both made of what they name, so that what is told twice is one span, and so that a service can name a span that another one tells of.</summary>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="SpanId">16 hexadecimal digits.</param>
public sealed record SpanContext(string TraceId, string SpanId)
{
    private const int TraceDigits = 32;
    private const int SpanDigits = 16;

    /// <summary>The root of the trace of a run, build, batch or deployment: of a UUID the trace's id is its digits.</summary>
    public static SpanContext Root(string id) => new(TraceOf(id), SpanOf("root", id));

    /// <summary>An action of a pipeline's run, or a rule of a condition.</summary>
    public static SpanContext OfAction(string pipelineExecutionId, string actionExecutionId) => new(TraceOf(pipelineExecutionId), SpanOf("action", actionExecutionId));

    /// <summary>A part of this span, by what tells it from the others.</summary>
    public SpanContext Part(params IReadOnlyList<string> name) => this with { SpanId = SpanOf([SpanId, .. name]) };

    /// <summary>W3C's <c>traceparent</c>, of a trace that is kept.</summary>
    public string TraceParent() => $"00-{TraceId}-{SpanId}-01";

    private static string TraceOf(string id) => Guid.TryParse(id, out var uuid) ? uuid.ToString("N") : Digits(TraceDigits, "trace", id);

    private static string SpanOf(params IReadOnlyList<string> parts) => Digits(SpanDigits, parts);

    private static string Digits(int count, params IReadOnlyList<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..count];
}
