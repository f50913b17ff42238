using Sluice.Platform.Configuration;
using Sluice.Platform.Tracing;

namespace Sluice.Platform.Tests.Tracing;

public sealed class TraceVariablesTests
{
    [Fact]
    public void Nothing_is_told_unless_it_is_asked_for()
    {
        Read().IsOn.ShouldBeFalse();
        Read(("OTEL_SERVICE_NAME", "shop")).IsOn.ShouldBeFalse();
        Read(("OTEL_TRACES_EXPORTER", "none"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")).IsOn.ShouldBeFalse();
        Read(("OTEL_SDK_DISABLED", "TRUE"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")).IsOn.ShouldBeFalse();
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318", "http://collector:4318/v1/traces")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "https://collector/otlp/", "https://collector/otlp/v1/traces")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://collector/my/traces?tenant=1", "https://collector/my/traces?tenant=1")]
    [InlineData("OTEL_TRACES_EXPORTER", "otlp", "http://localhost:4318/v1/traces")]
    public void An_endpoint_for_all_signals_gets_the_path_of_traces_and_one_for_traces_is_taken_as_it_is(string name, string value, string endpoint) =>
        (Read((name, value)).Exporter, Read((name, value)).Endpoint.ToString()).ShouldBe((TraceExporterKind.Otlp, endpoint));

    [Fact]
    public void What_is_said_for_traces_goes_before_what_is_said_for_all_signals()
    {
        var settings = Read(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", "http://all:4318"), ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:4318/v1/traces"), ("OTEL_EXPORTER_OTLP_HEADERS", "a=1"),
            ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "authorization=Bearer%20k%3D1, tenant = 7"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "5000"), ("OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", "250"));

        settings.Endpoint.Host.ShouldBe("traces");
        settings.Timeout.ShouldBe(TimeSpan.FromMilliseconds(250));
        settings.Headers.ShouldBe([new("authorization", "Bearer k=1"), new("tenant", "7")]);
        settings.ToString().ShouldNotContain("Bearer");
    }

    [Fact]
    public void The_resource_is_named_by_the_service_name_then_by_its_attributes_then_sluice()
    {
        Read(("OTEL_TRACES_EXPORTER", "console")).Resource.ShouldBe([new("service.name", "sluice")]);
        Read(("OTEL_TRACES_EXPORTER", "console"), ("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment.name=prod%2Ceu,service.name=shop")).Resource
            .ShouldBe([new("service.name", "shop"), new("deployment.environment.name", "prod,eu")]);
        Read(("OTEL_TRACES_EXPORTER", "otlp"), ("OTEL_RESOURCE_ATTRIBUTES", "service.name=shop"), ("OTEL_SERVICE_NAME", "releases")).Resource.ShouldBe([new("service.name", "releases")]);
    }

    [Fact]
    public void A_protocol_that_there_is_not_is_told_at_start()
    {
        Faults(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")).ShouldHaveSingleItem().ShouldStartWith("OTEL_EXPORTER_OTLP_PROTOCOL is 'grpc'; expected http/json or http/protobuf");
        Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")).Exporter.ShouldBe(TraceExporterKind.Otlp);
    }

    [Fact]
    public void All_faults_are_told_at_once_and_no_secret()
    {
        var faults = Faults(
            ("OTEL_TRACES_EXPORTER", "otlp"), ("OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://me:hunter2@collector"), ("OTEL_EXPORTER_OTLP_HEADERS", "hunter2"), ("OTEL_EXPORTER_OTLP_TIMEOUT", "soon"), ("OTEL_RESOURCE_ATTRIBUTES", "=x"));

        faults.Select(fault => fault[..fault.IndexOf(' ', StringComparison.Ordinal)])
            .ShouldBe(["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TIMEOUT", "OTEL_RESOURCE_ATTRIBUTES"], ignoreOrder: true);
        string.Concat(faults).ShouldNotContain("hunter2");
        Faults(("OTEL_TRACES_EXPORTER", "zipkin")).ShouldBe(["OTEL_TRACES_EXPORTER is 'zipkin'; expected otlp, console or none"]);
    }

    private static TraceSettings Read(params (string Name, string Value)[] variables) =>
        TraceVariables.Read(variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal));

    private static IReadOnlyList<string> Faults(params (string Name, string Value)[] variables) => Should.Throw<InvalidConfigurationException>(() => Read(variables)).Faults;
}
