using System.Text.Json.Nodes;
using Sluice.Local.Host.Templates;

namespace Sluice.Local.Tests.Host;

public sealed class EventPatternTests
{
    [Theory]
    [InlineData("""{"source":["a"]}""", """{"source":"a","more":1}""", true)]
    [InlineData("""{"source":["a","b"]}""", """{"source":"b"}""", true)]
    [InlineData("""{"source":["a"]}""", """{"source":"b"}""", false)]
    [InlineData("""{"source":["a"]}""", """{}""", false)]
    [InlineData("""{"detail":{"state":{"value":["ALARM"]}}}""", """{"detail":{"state":{"value":"ALARM"}}}""", true)]
    [InlineData("""{"detail":{"state":{"value":["ALARM"]}}}""", """{"detail":{"state":"ALARM"}}""", false)]
    [InlineData("""{"source":[{"prefix":"aws."}]}""", """{"source":"aws.states"}""", true)]
    [InlineData("""{"source":[{"prefix":"aws."}]}""", """{"source":"sluice.codedeploy"}""", false)]
    [InlineData("""{"resources":["x"]}""", """{"resources":["w","x"]}""", true)]
    [InlineData("""{"n":[1]}""", """{"n":1}""", true)]
    public void Matches_as_eventbridge_does(string pattern, string happened, bool matches) =>
        EventPattern.Read(JsonNode.Parse(pattern)!).Matches((JsonObject)JsonNode.Parse(happened)!).ShouldBe(matches);

    [Theory]
    [InlineData("""{"source":"a"}""")]
    [InlineData("""{"source":[{"anything-but":"a"}]}""")]
    public void Refuses_a_pattern_that_it_cannot_match(string pattern) =>
        Should.Throw<InvalidDataException>(() => EventPattern.Read(JsonNode.Parse(pattern)!));
}
