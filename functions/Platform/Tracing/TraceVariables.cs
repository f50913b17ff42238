using Sluice.Platform.Configuration;

namespace Sluice.Platform.Tracing;

/// <summary>Reads OpenTelemetry's own variables: <c>OTEL_TRACES_EXPORTER</c>, <c>OTEL_EXPORTER_OTLP_…</c>, and those of the resource. Without any of them nothing is told.</summary>
public static class TraceVariables
{
    internal const string DefaultService = "sluice";
    private const string Prefix = "OTEL_EXPORTER_OTLP_";
    private const string DefaultEndpoint = "http://localhost:4318";
    private const int DefaultTimeoutMilliseconds = 10_000;

    /// <exception cref="InvalidConfigurationException">Something is wrong, or not to be had here: all of it.</exception>
    public static TraceSettings Read(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new VariableReader(variables);
        var settings = Read(reader);
        reader.ThrowIfFaulty();
        return settings;
    }

    /// <summary>The same for a program that reads others, too; the reader knows the faults.</summary>
    public static TraceSettings Read(VariableReader reader) => Exporter(reader) switch
    {
        TraceExporterKind.None => TraceSettings.Off,
        TraceExporterKind.Console => new(TraceExporterKind.Console) { Resource = Resource(reader) },
        _ => Otlp(reader),
    };

    private static TraceExporterKind Exporter(VariableReader reader)
    {
        if (string.Equals(reader.Optional("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
        {
            return TraceExporterKind.None;
        }

        switch (reader.Optional("OTEL_TRACES_EXPORTER"))
        {
            case null:
                return Signal(reader, "ENDPOINT") is null ? TraceExporterKind.None : TraceExporterKind.Otlp;
            case "otlp":
                return TraceExporterKind.Otlp;
            case "console":
                return TraceExporterKind.Console;
            case "none":
                return TraceExporterKind.None;
            default:
                reader.Fault("OTEL_TRACES_EXPORTER", "otlp, console or none");
                return TraceExporterKind.None;
        }
    }

    private static TraceSettings Otlp(VariableReader reader)
    {
        // Collectors take both at the same address, and tell them apart by the content type: who says http/protobuf for other programs is told in JSON.
        if (Signal(reader, "PROTOCOL") is { } protocol && reader.Optional(protocol) is not ("http/json" or "http/protobuf"))
        {
            reader.Fault(protocol, "http/json or http/protobuf: traces are told by HTTP, at the port 4318 of the usual collectors");
        }

        return new TraceSettings(TraceExporterKind.Otlp)
        {
            Endpoint = Endpoint(reader),
            Headers = Signal(reader, "HEADERS") is { } headers ? Pairs(reader, headers, isSecret: true) : [],
            Timeout = TimeSpan.FromMilliseconds(reader.Number(Signal(reader, "TIMEOUT") ?? Prefix + "TIMEOUT", min: 1, int.MaxValue, DefaultTimeoutMilliseconds)),
            Resource = Resource(reader),
        };
    }

    /// <summary>The one for traces is taken as it is; below the one for all signals is the path of traces.</summary>
    private static Uri Endpoint(VariableReader reader)
    {
        var name = Signal(reader, "ENDPOINT");
        var text = name is null ? DefaultEndpoint : reader.Optional(name)!;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            // There may be a password in it.
            reader.Fault(name ?? Prefix + "ENDPOINT", $"a URL such as {DefaultEndpoint}", isSecret: true);
            return TraceSettings.Off.Endpoint;
        }

        return name == Prefix + "TRACES_ENDPOINT" ? url : new UriBuilder(url) { Path = $"{url.AbsolutePath.TrimEnd('/')}/v1/traces" }.Uri;
    }

    /// <summary>OTEL_SERVICE_NAME goes before what the attributes say.</summary>
    private static IReadOnlyList<SpanAttribute> Resource(VariableReader reader)
    {
        const string Service = "service.name";
        var told = reader.Optional("OTEL_RESOURCE_ATTRIBUTES") is null ? [] : Pairs(reader, "OTEL_RESOURCE_ATTRIBUTES", isSecret: false);
        var name = reader.Optional("OTEL_SERVICE_NAME") ?? told.Where(pair => pair.Key == Service).Select(pair => pair.Value).LastOrDefault() ?? DefaultService;
        return [new(Service, name), .. told.Where(pair => pair.Key != Service).DistinctBy(pair => pair.Key).Select(pair => new SpanAttribute(pair.Key, pair.Value))];
    }

    /// <summary>What is said for traces alone goes before what is said for all signals.</summary>
    private static string? Signal(VariableReader reader, string what) => new[] { $"{Prefix}TRACES_{what}", Prefix + what }.FirstOrDefault(name => reader.Optional(name) is not null);

    /// <summary>W3C's baggage: <c>key=value</c> after <c>key=value</c>, with percent signs for what else has a meaning.</summary>
    private static IReadOnlyList<KeyValuePair<string, string>> Pairs(VariableReader reader, string name, bool isSecret)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in reader.Optional(name)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (key, value) = part.IndexOf('=', StringComparison.Ordinal) is > 0 and var place ? (part[..place].Trim(), part[(place + 1)..].Trim()) : ("", "");
            if (key.Length == 0 || value.Any(char.IsControl) || Uri.UnescapeDataString(value).Any(char.IsControl))
            {
                reader.Fault(name, "key1=value1,key2=value2, with percent signs for other characters in the values", isSecret);
                return [];
            }

            pairs.Add(new(key, Uri.UnescapeDataString(value)));
        }

        return pairs;
    }
}
