using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Events.Inputs;
using Sluice.Local.Cloud.Events.Rules;

namespace Sluice.Local.Tests.Cloud.Events;

public sealed class TargetInputTests
{
    private const string Happened = """{"id":"7","source":"aws.ec2","detail-type":"EC2","resources":["arn:1","arn:2"],"detail":{"instance-id":"i-0123456789","state":"RUN\"NING","n":5,"list":[1,2]}}""";

    [Theory]
    [InlineData("\"instance <instance> is in <state>\"", "\"instance i-0123456789 is in RUN\\\"NING\"")]
    [InlineData("{\"instance\": <instance>, \"state\": \"<state>\"}", "{\"instance\": \"i-0123456789\", \"state\": \"RUN\\\"NING\"}")]
    [InlineData("{\"n\": <n>, \"text\": \"<n>\"}", "{\"n\": 5, \"text\": \"5\"}")]
    [InlineData("{\"list\": <list>, \"text\": \"of <list>\"}", "{\"list\": [1,2], \"text\": \"of [1,2]\"}")]
    [InlineData("{\"none\": <none>, \"text\": \"[<none>]\"}", "{\"none\": null, \"text\": \"[]\"}")]
    [InlineData("{\"a \\\" quote\": <n>}", "{\"a \\\" quote\": 5}")]
    [InlineData("[<aws.events.rule-arn>, <aws.events.rule-name>, <aws.events.event.ingestion-time>]", "[\"arn:rule\", \"rule\", \"2026-01-02T03:04:05Z\"]")]
    [InlineData("{\"whole\": <aws.events.event>}", "{\"whole\": {\"id\":\"7\",\"source\":\"aws.ec2\",\"detail-type\":\"EC2\",\"resources\":[\"arn:1\",\"arn:2\"]}}")]
    [InlineData("<aws.events.event.json>", Happened)]
    [InlineData("\"1 < 2 and <\"", "\"1 < 2 and <\"")]
    public void A_template_is_filled(string template, string expected)
    {
        var paths = new Dictionary<string, string>
        {
            ["instance"] = "$.detail.instance-id", ["state"] = "$.detail.state", ["n"] = "$.detail.n", ["list"] = "$.detail.list", ["none"] = "$.detail.none",
        };

        Of(new EventTarget("1", "arn") { InputTransformer = new InputTransformer(template, paths) }).ShouldBe(expected);
    }

    [Fact]
    public void Without_one_it_is_the_event_a_part_of_it_or_a_constant()
    {
        Of(new EventTarget("1", "arn")).ShouldBe(Happened);
        Of(new EventTarget("1", "arn") { InputPath = "$.detail.n" }).ShouldBe("5");
        Of(new EventTarget("1", "arn") { InputPath = "$.resources[1]" }).ShouldBe("\"arn:2\"");
        Of(new EventTarget("1", "arn") { Input = "{\"a\":1}" }).ShouldBe("{\"a\":1}");
    }

    [Theory]
    [InlineData("<unknown>", "<unknown> is neither in InputPathsMap")]
    [InlineData("text <n>", "a template of valid JSON was expected")]
    public void A_template_that_cannot_be_filled_is_refused(string template, string says) =>
        InputTemplate.Faults(new InputTransformer(template, new Dictionary<string, string> { ["n"] = "$.n" })).ShouldContain(fault => fault.StartsWith(says, StringComparison.Ordinal));

    private static string Of(EventTarget target) =>
        TargetInput.Of(target, (JsonObject)JsonNode.Parse(Happened)!, ("rule", "arn:rule"), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
}
