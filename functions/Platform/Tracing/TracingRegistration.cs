using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Sluice.Platform.Tracing;

/// <summary>Puts tracing together; off, if whoever composes the suite does not say otherwise before.</summary>
internal static class TracingRegistration
{
    public static IServiceCollection AddTracing(this IServiceCollection services)
    {
        services.TryAddSingleton(TraceSettings.Off);
        return services.AddSingleton(Exporter).AddUseCase<ExportTraces>();
    }

    private static ISpanExporter Exporter(IServiceProvider provider) => provider.GetRequiredService<TraceSettings>() switch
    {
        { Exporter: TraceExporterKind.Otlp } settings =>
            new OtlpExporter(OtlpExporter.NewClient(), settings, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OtlpExporter>>()),
        { Exporter: TraceExporterKind.Console } => new ConsoleExporter(provider.GetRequiredService<ILogger<ConsoleExporter>>(), provider.GetService<TraceConsole>()),
        _ => new NoExporter(),
    };
}
