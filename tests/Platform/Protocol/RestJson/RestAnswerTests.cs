using System.Text;
using System.Text.Json;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.RestJson;

namespace Sluice.Platform.Tests.Protocol.RestJson;

/// <summary>Each place of an answer, and the member that is put there.</summary>
public sealed class RestAnswerTests
{
    [Theory]
    [InlineData("""{"headerText":"a, b"}""", "X-Text", "a, b")]
    [InlineData("""{"headerFlag":true}""", "X-Flag", "true")]
    [InlineData("""{"headerCount":3}""", "X-Count", "3")]
    [InlineData("""{"headerMoment":"2015-10-30T18:16:41.211Z"}""", "X-Moment", "Fri, 30 Oct 2015 18:16:41 GMT")]
    [InlineData("""{"headerIso":"2015-10-30T18:16:41.211Z"}""", "X-Iso", "2015-10-30T18:16:41.211Z")]
    [InlineData("""{"headerTexts":["a","b,\"c","d"]}""", "X-Texts", "a, \"b,\\\"c\", d")]
    [InlineData("""{"headerMoments":["2015-10-30T18:16:41Z","2015-10-31T18:16:41Z"]}""", "X-Moments", "Fri, 30 Oct 2015 18:16:41 GMT, Sat, 31 Oct 2015 18:16:41 GMT")]
    [InlineData("""{"meta":{"Team":"web"}}""", "X-Meta-Team", "web")]
    public void A_header_is_written_as_its_shape_is_in_headers(string output, string name, string expected)
    {
        var answer = Answer("PutThing", output);
        answer.Headers.Single(header => header.Key == name).Value.ShouldBe(expected);
        Text(answer).ShouldBe("{}");
    }

    [Fact]
    public void The_body_has_what_is_in_no_other_place_with_epoch_seconds()
    {
        var answer = Answer("PutThing", """{"bodyText":"t","bodyMoment":"2015-10-30T18:16:41.211Z","bodySmall":{"at":"2015-10-30T18:16:41Z","nothing":null},"headerCount":1}""");
        answer.Status.ShouldBe(201);
        answer.Headers.ShouldBe([new("Content-Type", "application/json"), new("X-Count", "1"), new("x-amzn-RequestId", "the-request")]);
        Text(answer).ShouldBe("""{"bodyText":"t","bodyMoment":1446229001.211,"bodySmall":{"at":1446229001}}""");
    }

    [Fact]
    public void The_status_is_a_member_where_the_model_says_so() => Answer("PutThing", """{"status":206}""").Status.ShouldBe(206);

    [Theory]
    [InlineData("PutBlob", """{"content":"AXs="}""", "application/octet-stream", "\u0001{")]
    [InlineData("PutBlob", """{"content":"AXs=","kind":"image/png"}""", "image/png", "\u0001{")]
    [InlineData("PutText", """{"content":"a \"b\""}""", "text/plain", "a \"b\"")]
    [InlineData("PutDocument", """{"content":{"text":"x"}}""", "application/json", """{"text":"x"}""")]
    public void A_payload_is_the_whole_body_with_its_type(string operation, string output, string type, string expected)
    {
        var answer = Answer(operation, output);
        answer.Headers.Single(header => header.Key == "Content-Type").Value.ShouldBe(type);
        Text(answer).ShouldBe(expected);
    }

    [Theory]
    [InlineData("PutBlob")]
    [InlineData("PutText")]
    [InlineData("PutDocument")]
    public void A_payload_that_is_not_there_is_no_body(string operation)
    {
        var answer = Answer(operation, "{}");
        (answer.Body.Length, answer.Headers.ShouldHaveSingleItem().Key).ShouldBe((0, "x-amzn-RequestId"));
    }

    [Theory]
    [InlineData("Delete", 204)]
    [InlineData("GetMine", 200)]
    public void An_answer_without_content_has_no_body(string operation, int status)
    {
        var answer = Answer(operation, """{"text":"x"}""");
        (answer.Status, answer.Body.Length, answer.Headers.Count).ShouldBe((status, 0, 1));
    }

    private static ApiResponse Answer(string operation, string output)
    {
        using var document = JsonDocument.Parse(output);
        return RestAnswer.Of(EchoModel.Service.Operations[operation], new OperationOutput(document.RootElement, Content: null), "the-request");
    }

    private static string Text(ApiResponse answer) => Encoding.UTF8.GetString(answer.Body.Span);
}
