using System.Globalization;
using System.Text.Json.Nodes;

namespace Sluice.Platform.Tracing;

/// <summary>OTLP's request to take traces in JSON, as OpenTelemetry's protocol writes it: ids in hexadecimal digits, enums as numbers, times and integers of 64 bits as text.</summary>
internal static class OtlpDocument
{
    private const int ErrorCode = 2;
    private const int NanosecondsPerTick = 100;

    public static JsonObject Of(IReadOnlyList<Span> spans, IReadOnlyList<SpanAttribute> resource) => new()
    {
        ["resourceSpans"] = new JsonArray(new JsonObject
        {
            ["resource"] = new JsonObject { ["attributes"] = Attributes(resource) },
            ["scopeSpans"] = new JsonArray(new JsonObject
            {
                ["scope"] = new JsonObject { ["name"] = TraceVariables.DefaultService },
                ["spans"] = new JsonArray([.. spans.Select(Of)]),
            }),
        }),
    };

    private static JsonObject Of(Span span)
    {
        var told = new JsonObject { ["traceId"] = span.Context.TraceId, ["spanId"] = span.Context.SpanId };
        if (span.ParentSpanId is { } parent)
        {
            told["parentSpanId"] = parent;
        }

        told["name"] = span.Name;
        told["kind"] = (int)span.Kind;
        told["startTimeUnixNano"] = Nanoseconds(span.Start);
        told["endTimeUnixNano"] = Nanoseconds(span.End > span.Start ? span.End : span.Start);
        told["attributes"] = Attributes(span.Attributes);
        if (span.Links.Count > 0)
        {
            told["links"] = new JsonArray([.. span.Links.Select(link => new JsonObject { ["traceId"] = link.TraceId, ["spanId"] = link.SpanId })]);
        }

        told["status"] = Status(span);
        return told;
    }

    private static JsonObject Status(Span span)
    {
        var status = new JsonObject();
        if (span.IsError)
        {
            status["code"] = ErrorCode;
            if (span.Message is { } message)
            {
                status["message"] = message;
            }
        }

        return status;
    }

    private static JsonArray Attributes(IReadOnlyList<SpanAttribute> attributes) =>
        [.. attributes.Where(attribute => attribute.Value is not null).Select(attribute => new JsonObject { ["key"] = attribute.Name, ["value"] = Value(attribute.Value!) })];

    private static JsonObject Value(object value) => value switch
    {
        bool flag => new JsonObject { ["boolValue"] = flag },
        int or long => new JsonObject { ["intValue"] = Convert.ToString(value, CultureInfo.InvariantCulture) },
        _ => new JsonObject { ["stringValue"] = Convert.ToString(value, CultureInfo.InvariantCulture) },
    };

    private static string Nanoseconds(DateTimeOffset time) => ((time - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);
}
