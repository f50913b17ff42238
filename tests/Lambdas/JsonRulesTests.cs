using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Hosting;
using Sluice.Platform.Events;
using Sluice.Platform.Json;

namespace Sluice.Lambdas.Tests;

public sealed class JsonRulesTests
{
    [Fact]
    public void Payloads_and_documents_are_written_and_read_by_the_same_rules()
    {
        var document = new Sample("<ü>&'", DayOfWeek.Monday, null, new JsonObject { ["KeptAsItIs"] = null }, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var text = JsonSerializer.Serialize(document, SluiceJson.Options);
        text.ShouldBe("""{"text":"<ü>&'","day":"Monday","node":{"KeptAsItIs":null},"time":"2026-01-02T03:04:05+00:00"}""");
        JsonSerializer.Serialize(document, LambdaJsonSerializer.Options).ShouldBe(text);

        const string Input = """{"TEXT":"a","day":"Friday","unknown":1}""";
        JsonSerializer.Deserialize<Sample>(Input, LambdaJsonSerializer.Options).ShouldBe(JsonSerializer.Deserialize<Sample>(Input, SluiceJson.Options));
    }

    [Theory]
    [InlineData("""{"text":5}""")]
    [InlineData("""{"text":"a","day":5}""")]
    [InlineData("""{"text":"a","day":"5"}""")]
    [InlineData("""{"text":"a","day":"Someday"}""")]
    public void What_is_of_another_kind_is_refused_by_both(string input)
    {
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sample>(input, LambdaJsonSerializer.Options));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Sample>(input, SluiceJson.Options));
    }

    [Fact]
    public void A_bus_event_has_the_names_of_PutEvents()
    {
        var sent = new BusEvent("e", "s", "d", [], new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), []);
        JsonSerializer.Serialize(sent, LambdaJsonSerializer.Options).ShouldBe(
            """{"Id":"e","Source":"s","DetailType":"d","Detail":{},"Time":"2026-01-02T03:04:05+00:00","Resources":[]}""");
    }

    private sealed record Sample(string Text, DayOfWeek Day, string? Absent, JsonObject? Node, DateTimeOffset Time);
}
